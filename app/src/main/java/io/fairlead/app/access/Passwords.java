package io.fairlead.app.access;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Password hashes: Argon2id with 19 MiB, two passes and one lane (OWASP's first choice). Only a
/// few are computed at once, so that a burst of sign-ins cannot take the machine's memory.
@Component
class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MEMORY_KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIBIBYTES, PASSES);
  private final Semaphore atOnce =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
  private volatile @Nullable String nobodys;

  Outcome<String> hash(String password) {
    return limited(() -> encoded(password));
  }

  /// Whether the password belongs to the hash. Without a hash it takes just as long and is no.
  Outcome<Boolean> matches(String password, @Nullable String hash) {
    return limited(() -> {
      boolean same = encoder.matches(normal(password), hash == null ? nobodysHash() : hash);
      return same && hash != null;
    });
  }

  /// Whether the hash was made with weaker settings than today's.
  boolean isOutdated(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  private String nobodysHash() {
    String hash = nobodys;
    if (hash == null) {
      hash = encoded(Tokens.fresh());
      nobodys = hash;
    }
    return hash;
  }

  private String encoded(String password) {
    String hash = encoder.encode(normal(password));
    if (hash == null) {
      throw new IllegalStateException("no hash");
    }
    return hash;
  }

  /// The same characters typed on another keyboard are the same password.
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> Outcome<T> limited(java.util.function.Supplier<T> work) {
    try {
      if (!atOnce.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        return Outcome.refused(Reason.of(Reason.Kind.TOO_MANY, "too-many-requests", 5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    try {
      return Outcome.done(work.get());
    } finally {
      atOnce.release();
    }
  }
}
