package io.fairlead.app.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Named AES-256 keys, each in a file of mode 0600, wrapped by the store's master key and bound to
/// its name, so that one key's file put in another's place opens nothing. Keys never leave this
/// class.
///
/// A key is written whole and to disk before it is used. Destroying one overwrites its file,
/// deletes it and syncs the folder; copies made of the folder before are the operator's to destroy.
public final class KeyStore {
  private static final FileAttribute<?> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> OUR_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path folder;

  private KeyStore(Path folder) {
    this.folder = folder;
  }

  /// The store in that folder, which is made with the first key.
  public static KeyStore in(Path folder) {
    return new KeyStore(folder);
  }

  public boolean has(KeyName name) {
    return Files.exists(file(name));
  }

  /// Makes a new key. One that exists already stays as it is.
  ///
  /// @return whether it was made by this call
  public boolean create(KeyName name) {
    byte[] wrapped = Seal.seal(master(), Seal.newKey(), bytes(name));
    return writeNew(file(name), wrapped);
  }

  /// Makes plain unreadable without the key of that name.
  ///
  /// @param context where it belongs, for instance its row's id: it opens only with the same one
  /// @throws IllegalStateException when there is no such key
  public byte[] seal(KeyName name, byte[] plain, byte[] context) {
    byte[] key = key(name).orElseThrow(() -> new IllegalStateException("there is no key " + name));
    return Seal.seal(key, plain, context);
  }

  /// What was sealed, or nothing when its key was destroyed.
  ///
  /// @throws BrokenSeal when it was changed, or sealed with another key or context
  public Optional<byte[]> open(KeyName name, byte[] sealed, byte[] context) {
    return key(name).map(key -> Seal.open(key, sealed, context));
  }

  /// Nothing that this key sealed can be opened afterwards. Destroying what is not there is done.
  public void destroy(KeyName name) {
    Path file = file(name);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[(int) channel.size()]), 0);
      channel.force(true);
      Files.delete(file);
      syncFolderOf(file);
    } catch (NoSuchFileException alreadyGone) {
      return;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Of that purpose, whether or not they are whole.
  public List<KeyName> names(String purpose) {
    try (Stream<Path> files = Files.list(folder.resolve(purpose))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(KeyName::isPlain)
          .map(subject -> new KeyName(purpose, subject))
          .toList();
    } catch (NoSuchFileException noneYet) {
      return List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Optional<byte[]> key(KeyName name) {
    return read(file(name)).map(wrapped -> Seal.open(master(), wrapped, bytes(name)));
  }

  private byte[] master() {
    Path file = folder.resolve("master");
    return read(file)
        .orElseGet(() -> {
          writeNew(file, Seal.newKey());
          return read(file).orElseThrow();
        });
  }

  private Path file(KeyName name) {
    return folder.resolve(name.purpose()).resolve(name.subject());
  }

  private static byte[] bytes(KeyName name) {
    return name.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Appears whole under its name or not at all, and never in place of another.
  private static boolean writeNew(Path file, byte[] content) {
    Path draft = file.resolveSibling("." + UUID.randomUUID());
    try {
      Files.createDirectories(file.getParent(), OUR_FOLDER);
      Files.createFile(draft, OURS_ALONE);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(content));
        channel.force(true);
      }
      Files.createLink(file, draft);
      Files.delete(draft);
      syncFolderOf(file);
      return true;
    } catch (FileAlreadyExistsException someoneWasFaster) {
      deleteQuietly(draft);
      return false;
    } catch (IOException failure) {
      deleteQuietly(draft);
      throw new UncheckedIOException(failure);
    }
  }

  private static void syncFolderOf(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException ignored) {
      // A key that was never used, in a file that only we can read.
    }
  }
}
