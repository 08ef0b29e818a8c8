package io.fairlead.app.platform.words;

import io.fairlead.app.platform.Reason;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.ClassUtils;

/// All text of one request, in the organisation's language, zone and vocabulary. Templates reach
/// every sentence through this one value: `words.text("goals.due", words.date(due))`.
public final class Words {
  private final Bundles bundles;
  private final OrganisationSettings.Organisation organisation;
  private final LocalDate today;
  private final ComposedRoles composedRoles;
  private final Map<String, DateTimeFormatter> formatters = new ConcurrentHashMap<>();

  /// Never used itself: it is no two threads' at once.
  private final NumberFormat figures;

  public Words(Bundles bundles, OrganisationSettings.Organisation organisation, Instant now) {
    this(bundles, organisation, now, ComposedRoles.NONE);
  }

  public Words(
      Bundles bundles,
      OrganisationSettings.Organisation organisation,
      Instant now,
      ComposedRoles composedRoles) {
    this.composedRoles = composedRoles;
    this.bundles = bundles;
    this.organisation = organisation;
    this.today = LocalDate.ofInstant(now, organisation.zone());
    this.figures = NumberFormat.getNumberInstance(organisation.locale());
  }

  /// The sentence of the key in `MessageFormat` syntax (`{0}`, `{0,number}`,
  /// `{0,choice,0#none|1#one|1<{0}}`), with vocabulary nouns filled in.
  ///
  /// @throws IllegalArgumentException for an unknown key: a defect that a test finds
  public String text(String key, Object... parameters) {
    String sentence = organisation.vocabulary().fill(bundles.message(key));
    return Sentence.of(sentence, locale(), parameters);
  }

  public boolean has(String key) {
    return bundles.has(key);
  }

  /// Why an act was refused, as a sentence.
  public String refusal(Reason reason) {
    return text(reason.key(), reason.parameters().toArray());
  }

  /// The names of the roles that the organisation composed and that carry the permission.
  public List<String> composedRoles(String permission) {
    return composedRoles.with(permission);
  }

  public Noun.Forms noun(Noun noun) {
    return organisation.vocabulary().of(noun);
  }

  public String organisation() {
    return organisation.name();
  }

  /// Whether the organisation uses the part of the product that this belongs to.
  public boolean uses(Object part) {
    return organisation.uses(ClassUtils.getUserClass(part));
  }

  public Locale locale() {
    return organisation.locale();
  }

  public ZoneId zone() {
    return organisation.zone();
  }

  public LocalDate today() {
    return today;
  }

  /// A date as people say it: `today`, `yesterday`, `13 May`, and with its year when it is another
  /// one.
  public String date(LocalDate date) {
    if (date.equals(today)) {
      return text("date.today");
    }
    if (date.equals(today.minusDays(1))) {
      return text("date.yesterday");
    }
    if (date.equals(today.plusDays(1))) {
      return text("date.tomorrow");
    }
    return plainDate(date);
  }

  /// `13 May`, or `13 May 2024` when it is not this year.
  public String plainDate(LocalDate date) {
    String pattern = date.getYear() == today.getYear() ? "d MMMM" : "d MMMM yyyy";
    return in(pattern).format(date);
  }

  /// `13 May`, with a short month, for axes: `1 Apr`.
  public String shortDate(LocalDate date) {
    return in("d MMM").format(date);
  }

  /// `Wednesday, 13 May`.
  public String longDate(LocalDate date) {
    return in("EEEE, d MMMM").format(date);
  }

  /// The day of an instant in the organisation's zone, as people say it.
  public String day(Instant instant) {
    return date(LocalDate.ofInstant(instant, zone()));
  }

  /// `14:02`.
  public String time(Instant instant) {
    return in("HH:mm").format(instant.atZone(zone()));
  }

  private DateTimeFormatter in(String pattern) {
    return formatters.computeIfAbsent(pattern, each -> DateTimeFormatter.ofPattern(each, locale()));
  }

  /// A figure with at most the given fraction digits, grouped, without trailing zeros.
  public String number(double value, int fractionDigits) {
    return rounded(value, 0, fractionDigits);
  }

  /// A figure with exactly the given fraction digits, for those that stand beside each other.
  public String decimals(double value, int fractionDigits) {
    return rounded(value, fractionDigits, fractionDigits);
  }

  private String rounded(double value, int least, int most) {
    NumberFormat format = (NumberFormat) figures.clone();
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    format.setRoundingMode(java.math.RoundingMode.HALF_UP);
    return format.format(value);
  }

  /// A whole number, grouped.
  public String number(long value) {
    return NumberFormat.getIntegerInstance(locale()).format(value);
  }

  /// A share of 0 to 1 as whole per cent: `70 %`.
  public String percent(double share) {
    return text("figure.percent", number(share * 100, 0));
  }
}
