package io.fairlead.app.platform.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// All messages of all modules: `words/<module>.properties`, UTF-8, read once. A key that two
/// modules define is a mistake and stops the start.
@Component
public class Bundles {
  private final Map<String, String> messages;

  Bundles() {
    Map<String, String> read = new TreeMap<>();
    try {
      for (Resource bundle :
          new PathMatchingResourcePatternResolver().getResources("classpath*:words/*.properties")) {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        properties.forEach((key, message) -> {
          if (read.put(key.toString(), message.toString()) != null) {
            throw new IllegalStateException("message key defined twice: " + key);
          }
        });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    messages = Map.copyOf(read);
  }

  public boolean has(String key) {
    return messages.containsKey(key);
  }

  public Map<String, String> all() {
    return messages;
  }

  String message(String key) {
    String message = messages.get(key);
    if (message == null) {
      throw new IllegalArgumentException("no message for key " + key);
    }
    return message;
  }
}
