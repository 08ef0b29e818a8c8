package io.fairlead.app.scorecard;

import io.fairlead.app.measures.Measure;
import io.fairlead.app.measures.MeasureHistories;
import io.fairlead.app.people.People;
import io.fairlead.app.people.PersonEntry;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.scorecard.CardInput.InitiativeInput;
import io.fairlead.app.scorecard.CardInput.MeasureInput;
import io.fairlead.app.scorecard.CardInput.ObjectiveInput;
import io.fairlead.app.scorecard.CardInput.PerspectiveInput;
import io.fairlead.app.scorecard.Scorecard.Initiative;
import io.fairlead.app.scorecard.Scorecard.Objective;
import io.fairlead.app.scorecard.Scorecard.Perspective;
import io.fairlead.app.scorecard.Scorecard.Weighed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Between the fields of a form and what a card is. Fields are called by their place, such as
/// `perspectives.0.objectives.1.title`; a row whose first field was emptied is gone, with all that
/// stands under it.
@Component
class CardForm {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_ROWS = 40;
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final People people;
  private final MeasureHistories histories;

  CardForm(People people, MeasureHistories histories) {
    this.people = people;
    this.histories = histories;
  }

  /// What was sent.
  ///
  /// @param fields with the rows that are left in a row, as the reasons count them
  /// @param wrong what of it cannot be read
  record Sent(CardInput input, Map<String, String> fields, List<Reason> wrong) {}

  Sent read(Viewer viewer, Map<String, String> form) {
    Map<String, String> fields = new LinkedHashMap<>(form);
    fields.keySet().removeIf(field -> field.startsWith("perspectives."));
    keepRows(
        form,
        fields,
        "perspectives.",
        "perspectives.",
        "name",
        from ->
            to -> {
              keepRows(
                  form,
                  fields,
                  from + "objectives.",
                  to + "objectives.",
                  "title",
                  one ->
                      other -> {
                        keepRows(
                            form,
                            fields,
                            one + "measures.",
                            other + "measures.",
                            "measure",
                            _ -> _ -> {});
                        keepRows(
                            form,
                            fields,
                            one + "initiatives.",
                            other + "initiatives.",
                            "name",
                            _ -> _ -> {});
                      });
            });
    List<Reason> wrong = new ArrayList<>();
    List<PerspectiveInput> perspectives = new ArrayList<>();
    for (int i = 0; fields.containsKey("perspectives." + i + ".name"); i++) {
      perspectives.add(perspective(viewer, fields, "perspectives." + i + ".", wrong));
    }
    CardInput input =
        new CardInput(
            fields.get("title"),
            id(fields.get("ofUnit")),
            person(viewer, fields, "owner", wrong),
            perspectives);
    return new Sent(input, fields, wrong);
  }

  /// What stands under a row of the form, to be copied under a row of what is left.
  private interface Under {
    Consumer<String> from(String row);
  }

  private static void keepRows(
      Map<String, String> form,
      Map<String, String> kept,
      String from,
      String to,
      String first,
      Under under) {
    int next = 0;
    for (int i = 0; i < MOST_ROWS; i++) {
      String row = from + i + ".";
      boolean hidden = form.containsKey(row + "kept");
      if (form.getOrDefault(row + first, "").isBlank() && !hidden) {
        continue;
      }
      String place = to + next++ + ".";
      form.forEach((field, value) -> {
        if (field.startsWith(row) && field.indexOf('.', row.length()) < 0) {
          kept.put(place + field.substring(row.length()), value);
        }
      });
      kept.putIfAbsent(place + first, "");
      under.from(row).accept(place);
    }
  }

  private PerspectiveInput perspective(
      Viewer viewer, Map<String, String> form, String at, List<Reason> wrong) {
    List<ObjectiveInput> objectives = new ArrayList<>();
    for (int i = 0; form.containsKey(at + "objectives." + i + ".title"); i++) {
      objectives.add(objective(viewer, form, at + "objectives." + i + ".", wrong));
    }
    BigDecimal percent = figure(form, at + "weight", wrong);
    return new PerspectiveInput(
        id(form.get(at + "id")),
        form.get(at + "name"),
        percent == null ? null : percent.divide(HUNDRED),
        objectives);
  }

  private ObjectiveInput objective(
      Viewer viewer, Map<String, String> form, String at, List<Reason> wrong) {
    List<MeasureInput> measures = new ArrayList<>();
    for (int i = 0; form.containsKey(at + "measures." + i + ".measure"); i++) {
      String row = at + "measures." + i + ".";
      measures.add(
          new MeasureInput(
              id(form.get(row + "id")),
              form.get(row + "measure"),
              figure(form, row + "weight", wrong),
              figure(form, row + "floor", wrong),
              figure(form, row + "target", wrong),
              figure(form, row + "stretch", wrong)));
    }
    List<InitiativeInput> initiatives = new ArrayList<>();
    for (int i = 0; form.containsKey(at + "initiatives." + i + ".name"); i++) {
      String row = at + "initiatives." + i + ".";
      initiatives.add(
          new InitiativeInput(
              id(form.get(row + "id")),
              form.get(row + "name"),
              person(viewer, form, row + "owner", wrong),
              day(form, row + "due", wrong),
              form.get(row + "state")));
    }
    List<UUID> supports = new ArrayList<>(ids(form.get(at + "supports")));
    supports.addAll(ids(form.get(at + "supports-more")));
    return new ObjectiveInput(
        id(form.get(at + "id")),
        form.get(at + "title"),
        figure(form, at + "weight", wrong),
        measures,
        initiatives,
        ids(form.get(at + "goals")),
        supports);
  }

  /// The fields of a form that show a card.
  Map<String, String> fields(Viewer viewer, Scorecard card) {
    Map<UUID, Measure> measures = histories.measures(viewer, card.measures());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", card.title());
    fields.put("ofUnit", text(card.ofUnit()));
    fields.put("owner", text(card.ownerName()));
    for (int p = 0; p < card.perspectives().size(); p++) {
      Perspective perspective = card.perspectives().get(p);
      String at = "perspectives." + p + ".";
      fields.put(at + "id", perspective.id().toString());
      fields.put(at + "name", perspective.name());
      fields.put(at + "weight", plain(perspective.weight().multiply(HUNDRED)));
      for (int o = 0; o < perspective.objectives().size(); o++) {
        fields(fields, at + "objectives." + o + ".", perspective.objectives().get(o), measures);
      }
    }
    return fields;
  }

  private static void fields(
      Map<String, String> fields, String at, Objective objective, Map<UUID, Measure> measures) {
    fields.put(at + "id", objective.id().toString());
    fields.put(at + "title", objective.title());
    fields.put(at + "weight", plain(objective.weight()));
    fields.put(
        at + "goals",
        String.join(" ", objective.goals().stream().map(each -> "/goals/" + each).toList()));
    fields.put(
        at + "supports", objective.supports().stream().findFirst().map(UUID::toString).orElse(""));
    fields.put(
        at + "supports-more",
        String.join(" ", objective.supports().stream().skip(1).map(UUID::toString).toList()));
    for (int m = 0; m < objective.measures().size(); m++) {
      Weighed weighed = objective.measures().get(m);
      Measure measure = measures.get(weighed.measure());
      String row = at + "measures." + m + ".";
      fields.put(row + "id", weighed.id().toString());
      fields.put(row + "measure", measure == null ? "" : measure.code());
      if (measure == null) {
        fields.put(row + "kept", "true");
      }
      fields.put(row + "weight", plain(weighed.weight()));
      fields.put(row + "floor", plain(weighed.floor()));
      fields.put(row + "target", plain(weighed.target()));
      fields.put(row + "stretch", plain(weighed.stretch()));
    }
    for (int n = 0; n < objective.initiatives().size(); n++) {
      Initiative initiative = objective.initiatives().get(n);
      String row = at + "initiatives." + n + ".";
      fields.put(row + "id", initiative.id().toString());
      fields.put(row + "name", initiative.name());
      fields.put(row + "owner", text(initiative.ownerName()));
      fields.put(row + "due", text(initiative.due()));
      fields.put(row + "state", initiative.state().code());
    }
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  private static String plain(@Nullable BigDecimal figure) {
    return figure == null ? "" : figure.stripTrailingZeros().toPlainString();
  }

  private @Nullable UUID person(
      Viewer viewer, Map<String, String> form, String field, List<Reason> wrong) {
    String name = form.getOrDefault(field, "").strip();
    if (name.isEmpty()) {
      return null;
    }
    Optional<UUID> found = people.meant(viewer, name).map(PersonEntry::id);
    if (found.isEmpty()) {
      wrong.add(Reason.invalid(field, "scorecards.nobody", name));
    }
    return found.orElse(null);
  }

  private static @Nullable LocalDate day(
      Map<String, String> form, String field, List<Reason> wrong) {
    String text = form.getOrDefault(field, "").strip();
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      wrong.add(Reason.invalid(field, "scorecards.not-a-day"));
      return null;
    }
  }

  private static @Nullable BigDecimal figure(
      Map<String, String> form, String field, List<Reason> wrong) {
    String text = form.getOrDefault(field, "").strip();
    Optional<BigDecimal> read = Figures.read(text);
    if (!text.isEmpty() && read.isEmpty()) {
      wrong.add(Reason.invalid(field, "scorecards.not-a-figure"));
    }
    return read.orElse(null);
  }

  static @Nullable UUID id(@Nullable String text) {
    return ids(text).stream().findFirst().orElse(null);
  }

  /// The ids in a text, such as addresses of goals.
  private static List<UUID> ids(@Nullable String text) {
    List<UUID> ids = new ArrayList<>();
    Matcher matcher = ID.matcher(text == null ? "" : text);
    while (matcher.find()) {
      ids.add(UUID.fromString(matcher.group()));
    }
    return ids;
  }
}
