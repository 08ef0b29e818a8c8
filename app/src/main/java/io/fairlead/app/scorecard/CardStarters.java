package io.fairlead.app.scorecard;

import io.fairlead.app.scorecard.CardStarter.Objective;
import io.fairlead.app.scorecard.CardStarter.Perspective;
import io.fairlead.app.scorecard.CardStarter.StarterArrow;
import io.fairlead.methods.scorecard.Sign;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.stereotype.Component;

/// The scorecards that come with the product, read once from `library/scorecards/<id>.yaml`. What
/// is missing, unknown or unreadable in one is a bug: it throws and says where.
@Component
class CardStarters {
  private static final List<String> IDS =
      List.of("software-company", "sales-unit", "engineering", "services", "public-body");

  private final List<CardStarter> starters = IDS.stream().map(CardStarters::file).toList();

  List<CardStarter> all() {
    return starters;
  }

  Optional<CardStarter> find(String id) {
    return starters.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private static CardStarter file(String id) {
    String name = "/library/scorecards/" + id + ".yaml";
    try (InputStream resource = CardStarters.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("no " + name);
      }
      return read(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static CardStarter read(String name, String yaml) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).build();
    Part file =
        Part.of(
            name,
            new Load(settings).loadFromString(yaml),
            Set.of("id", "edition", "name", "about", "perspectives", "arrows"));
    return new CardStarter(
        file.text("id"),
        file.whole("edition"),
        file.text("name"),
        file.text("about"),
        file.list("perspectives", CardStarters::perspective),
        file.list("arrows", CardStarters::arrow));
  }

  private static Perspective perspective(String at, Object node) {
    Part part = Part.of(at, node, Set.of("name", "weight", "objectives"));
    return new Perspective(
        part.text("name"), part.number("weight"), part.list("objectives", CardStarters::objective));
  }

  private static Objective objective(String at, Object node) {
    Part part = Part.of(at, node, Set.of("key", "title", "weight", "measures"));
    return new Objective(
        part.text("key"),
        part.text("title"),
        part.number("weight"),
        part.list("measures", (_, id) -> String.valueOf(id)));
  }

  private static StarterArrow arrow(String at, Object node) {
    Part part = Part.of(at, node, Set.of("from", "to", "sign", "lag-months"));
    return new StarterArrow(
        part.text("from"),
        part.text("to"),
        Stream.of(Sign.values())
            .filter(sign -> sign.code().equals(part.values().get("sign")))
            .findFirst()
            .orElseThrow(() -> part.wrong("sign")),
        part.whole("lag-months"));
  }

  /// A mapping of the file, and where it stands.
  private record Part(String at, Map<?, ?> values) {
    static Part of(String at, @Nullable Object node, Set<String> known) {
      if (!(node instanceof Map<?, ?> values) || !known.equals(values.keySet())) {
        throw new IllegalStateException(at + " has not exactly the keys " + known);
      }
      return new Part(at, values);
    }

    IllegalStateException wrong(String key) {
      return new IllegalStateException(at + ": '" + key + "' is not what it should be");
    }

    String text(String key) {
      if (values.get(key) instanceof String text && !text.isBlank()) {
        return text.strip();
      }
      throw wrong(key);
    }

    int whole(String key) {
      if (values.get(key) instanceof Integer number) {
        return number;
      }
      throw wrong(key);
    }

    BigDecimal number(String key) {
      if (values.get(key) instanceof Number number) {
        return new BigDecimal(number.toString());
      }
      throw wrong(key);
    }

    <T> List<T> list(String key, BiFunction<String, Object, T> each) {
      if (!(values.get(key) instanceof List<?> items) || items.isEmpty()) {
        throw wrong(key);
      }
      List<T> read = new ArrayList<>();
      for (Object item : items) {
        read.add(each.apply(at + " " + key + "[" + read.size() + "]", item));
      }
      return List.copyOf(read);
    }
  }
}
