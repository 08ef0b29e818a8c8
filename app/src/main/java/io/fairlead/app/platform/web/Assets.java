package io.fairlead.app.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// The files a browser fetches beside pages, of all modules: `assets/<path>` on the classpath, and
/// the libraries as they were published. Read once; each is known by an address that carries a hash
/// of its content, so that a browser may keep it for ever. Style sheets swallow what they
/// `@import`; addresses inside style sheets and modules are replaced by hashed ones.
@Component
public class Assets {
  private static final String FOLDER = "assets/";
  private static final Pattern CSS_IMPORT = Pattern.compile("@import \"([^\"]+)\";\\s*");
  private static final Pattern ADDRESS =
      Pattern.compile("(url\\(\"|from \"|import \")(?:\\./)?([a-z0-9/._-]+)\"");

  private static final Map<String, String> LIBRARIES =
      Map.of(
          "htmx.js", "htmx.org/*/dist/htmx.min.js",
          "echarts.js", "echarts/*/dist/echarts.common.min.js");

  /// One file: its media type, its bytes, and those bytes compressed where that saves anything.
  /// They are compressed when they are first asked for: most of a large library's readers never
  /// come.
  record Asset(String type, Resource content, Supplier<Optional<Resource>> smaller) {
    Optional<Resource> compressed() {
      return smaller.get();
    }
  }

  private final Map<String, byte[]> sources = new TreeMap<>();
  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Map<String, Asset> served = new LinkedHashMap<>();

  Assets() {
    try {
      var resolver = new PathMatchingResourcePatternResolver(Assets.class.getClassLoader());
      for (Resource file : resolver.getResources(own() + "**/*.*")) {
        String address = file.getURL().toString();
        String path = address.substring(address.lastIndexOf("/" + FOLDER) + FOLDER.length() + 1);
        sources.put(path, file.getContentAsByteArray());
      }
      for (var library : LIBRARIES.entrySet()) {
        Resource[] files =
            resolver.getResources("classpath*:META-INF/resources/webjars/" + library.getValue());
        sources.put(library.getKey(), files[0].getContentAsByteArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sources.keySet().forEach(this::publish);
  }

  /// The address of a file by its path below `assets/`: `kit.css` is `/assets/kit.3f2a9c01d5.css`.
  ///
  /// @throws IllegalArgumentException if there is no such file: a defect that a test finds
  public String address(String path) {
    String address = addresses.get(path);
    if (address == null) {
      throw new IllegalArgumentException("no asset " + path);
    }
    return "/" + FOLDER + address;
  }

  /// The file behind an address without its leading `/assets/`.
  Optional<Asset> at(String address) {
    return Optional.ofNullable(served.get(address));
  }

  /// Our folder and no library's: some have one of the same name.
  private static String own() {
    String known = Objects.requireNonNull(Assets.class.getResource("/assets/kit.css")).toString();
    return known.substring(0, known.length() - "kit.css".length());
  }

  private String publish(String path) {
    String known = addresses.get(path);
    if (known != null) {
      return known;
    }
    byte[] bytes = sources.get(path);
    if (bytes == null) {
      throw new IllegalStateException("an asset refers to " + path + ", which does not exist");
    }
    byte[] content =
        isText(path) && !LIBRARIES.containsKey(path) ? linked(path, text(bytes)) : bytes;
    int dot = path.lastIndexOf('.');
    String address = path.substring(0, dot) + "." + hash(content) + path.substring(dot);
    addresses.put(path, address);
    served.put(
        address,
        new Asset(
            type(path),
            new ByteArrayResource(content),
            SingletonSupplier.of(() -> compressed(path, content))));
    return address;
  }

  private byte[] linked(String path, String text) {
    String whole = path.endsWith(".css") ? withImports(path, text) : text;
    String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
    return ADDRESS
        .matcher(whole)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                match.group(1) + "/" + FOLDER + publish(folder + match.group(2)) + "\""))
        .getBytes(StandardCharsets.UTF_8);
  }

  private String withImports(String path, String text) {
    String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
    return CSS_IMPORT
        .matcher(text)
        .replaceAll((MatchResult match) -> {
          byte[] imported = sources.get(folder + match.group(1));
          if (imported == null) {
            throw new IllegalStateException(path + " imports " + match.group(1));
          }
          return Matcher.quoteReplacement(text(imported));
        });
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static boolean isText(String path) {
    return path.endsWith(".css") || path.endsWith(".js");
  }

  private static String type(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "css" -> "text/css;charset=UTF-8";
      case "js" -> "text/javascript;charset=UTF-8";
      case "woff2" -> "font/woff2";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "txt" -> "text/plain;charset=UTF-8";
      case "webmanifest" -> "application/manifest+json";
      case "csv" -> "text/csv;charset=UTF-8";
      default -> throw new IllegalStateException("no media type known for asset " + path);
    };
  }

  private static Optional<Resource> compressed(String path, byte[] bytes) {
    if (path.endsWith(".woff2") || path.endsWith(".png")) {
      return Optional.empty();
    }
    var sink = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(sink)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sink.size() < bytes.length
        ? Optional.of(new ByteArrayResource(sink.toByteArray()))
        : Optional.empty();
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
