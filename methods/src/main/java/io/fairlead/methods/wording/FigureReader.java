package io.fairlead.methods.wording;

import io.fairlead.methods.wording.Quantity.Kind;
import io.fairlead.methods.wording.Quantity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the quantities of a sentence, and tells them from years, versions, numbered things, names
/// with digits, dates and lengths of plans.
final class FigureReader {
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2099;

  private final Sentence sentence;
  private final int start;
  private final List<Figure> figures = new ArrayList<>();

  private FigureReader(Sentence sentence, int start) {
    this.sentence = sentence;
    this.start = start;
  }

  /// The quantities from the token `start` on, in order, with their roles.
  static List<Figure> read(Sentence sentence, int start) {
    var reader = new FigureReader(sentence, start);
    reader.find();
    return FigureRoles.of(sentence, reader.figures);
  }

  private void find() {
    int at = start;
    while (at < sentence.size()) {
      Figure found = figure(at);
      if (found != null) {
        figures.add(found);
        at = found.last();
      }
      at++;
    }
  }

  private @Nullable Figure figure(int at) {
    Token token = sentence.at(at);
    return switch (token.kind()) {
      case FIGURE -> numeral(at);
      case CODE -> token.text().matches("N\\d+") ? masked(at) : null;
      case WORD -> word(at);
      case SIGN -> token.isSign("%") && isBlank(at - 1) ? masked(at) : null;
    };
  }

  /// `__%`, `[?]%`
  private boolean isBlank(int at) {
    return sentence.at(at).isSign("_?]}*…") && sentence.at(at + 1).glued();
  }

  // --- Numerals

  private @Nullable Figure numeral(int at) {
    Token token = sentence.at(at);
    int digits = digits(token.text());
    String unit = token.text().substring(digits);
    String number = token.text().substring(0, digits);
    if (isDateOrTime(at, number, unit)) {
      return null;
    }
    if (number.indexOf('/') > 0) {
      return isScore(number) && unit.isEmpty() ? measured(at, at, Kind.COUNT) : null;
    }
    if (isOrdinal(unit)) {
      return null;
    }
    if (!unit.isEmpty() && !isUnit(unit)) {
      return null;
    }
    boolean plain = unit.isEmpty();
    Token next = sentence.at(at + 1);
    boolean marked =
        next.isSign("%") || isCurrency(at - 1) || next.is(Sense.CURRENCY) || next.is(Sense.PERCENT);
    if (plain && !marked && isName(at, number)) {
      return null;
    }
    if (sentence.at(at - 1).isSign("#")) {
      return number.length() < 3 ? new Figure(at - 1, at, Kind.RANK, Role.TARGET) : null;
    }
    if (plain && !marked && isYear(at, number)) {
      return null;
    }
    return measured(at, at, kindOfSuffix(unit));
  }

  /// A figure with what belongs to it: the sign of a currency before it, a scale and a unit behind.
  private @Nullable Figure measured(int first, int last, Kind kind) {
    int from = first;
    int to = last;
    Kind what = kind;
    while (isCurrency(from - 1) || isSignOf(from)) {
      what = isCurrency(from - 1) ? Kind.MONEY : what;
      from--;
    }
    if (sentence.at(to + 1).isSign("+") && sentence.at(to + 1).glued()) {
      to++;
    }
    if (sentence.at(to + 1).is(Sense.SCALE)) {
      to++;
    }
    Token next = sentence.at(to + 1);
    if (next.isSign("%") || next.is(Sense.PERCENT)) {
      return new Figure(from, percentEnd(to + 1), Kind.PERCENT, Role.TARGET);
    }
    if (next.is(Sense.CURRENCY)) {
      return new Figure(from, to + 1, Kind.MONEY, Role.TARGET);
    }
    if (next.isSign("×") || (next.is("x") && next.glued())) {
      return new Figure(from, to + 1, Kind.MULTIPLE, Role.TARGET);
    }
    if (isDetail(to)) {
      return new Figure(from, to, what, Role.DETAIL);
    }
    if (what == Kind.COUNT && isTimeUnit(to + 1)) {
      return time(from, to + 1);
    }
    if (what == Kind.TIME) {
      return time(from, to);
    }
    if (sentence.at(from - 1).is(Sense.TOP)) {
      boolean named =
          sentence.at(from - 2).is(Sense.ARTICLE)
              && sentence.at(to + 1).isWord()
              && !sentence.at(to + 1).is(Sense.PREPOSITION);
      return new Figure(from - 1, to, Kind.RANK, named ? Role.DETAIL : Role.TARGET);
    }
    return new Figure(from, to, what, Role.TARGET);
  }

  private int percentEnd(int at) {
    int end = at;
    while (sentence.at(end + 1).is(Sense.PERCENT)) {
      end++;
    }
    return end;
  }

  private boolean isTimeUnit(int at) {
    return (sentence.at(at).is(Sense.TIME) && sentence.at(at).isWord())
        || (sentence.at(at).is(Sense.STATE) && sentence.at(at + 1).is(Sense.TIME));
  }

  /// How long something takes is a quantity; how long a window of observation or a plan is, is not.
  private @Nullable Figure time(int first, int last) {
    for (int i = first - 1; i >= first - 2; i--) {
      Token before = sentence.at(i);
      boolean limit = before.is("first") && isWithin(i - 1);
      if (before.is(Sense.WINDOW) && !isChangeBefore(i) && !limit) {
        return null;
      }
      if (!before.isWord()) {
        break;
      }
    }
    return new Figure(first, last, Kind.TIME, Role.TARGET);
  }

  /// `within`, or `within the`, before a place.
  private boolean isWithin(int at) {
    return sentence.at(at).is(Sense.WITHIN)
        || (sentence.at(at).is(Sense.ARTICLE) && sentence.at(at - 1).is(Sense.WITHIN));
  }

  private boolean isChangeBefore(int at) {
    return sentence.at(at - 1).is(Sense.CHANGE);
  }

  private boolean isSignOf(int at) {
    Token before = sentence.at(at - 1);
    return (before.isSign("+-~≈±") && sentence.at(at).glued() && !sentence.at(at - 2).isWord())
        || (before.isSign("+~≈±") && sentence.at(at).glued());
  }

  /// `50k-node testbed`, `6-month roadmap`, `10k+ user trial`.
  private boolean isDetail(int last) {
    Token next = sentence.at(last + 1);
    if (next.isSign("-–") && next.glued()) {
      Token after = sentence.at(last + 2);
      boolean hours = after.is(Sense.TIME) && after.lower().endsWith("s");
      return after.glued() && after.isWord() && !hours;
    }
    Token of = sentence.at(last + 2);
    boolean counted = next.is(Sense.TIME) ? of.is(Sense.RUNNING) : of.lower().endsWith("s");
    return next.is(Sense.OF_MANY)
        && !counted
        && !sentence.at(last).lower().equals("1")
        && sentence.at(last + 2).isWord()
        && !sentence.at(last + 2).is(Sense.PREPOSITION);
  }

  private boolean isCurrency(int at) {
    return sentence.at(at).is(Sense.CURRENCY);
  }

  // --- What is no quantity

  private boolean isDateOrTime(int at, String number, String unit) {
    Token before = sentence.at(at - 1);
    Token next = sentence.at(at + 1);
    boolean clock =
        number.indexOf(':') > 0 || unit.equalsIgnoreCase("am") || unit.equalsIgnoreCase("pm");
    boolean written = number.indexOf('-') > 0 || (dots(number) == 2 && !isThousands(number));
    boolean slashed = number.indexOf('/') > 0 && !isScore(number);
    boolean monthBeside =
        isMonth(before)
            || isMonth(next)
            || (before.isSign(".,") && isMonth(sentence.at(at - 2)) && number.length() <= 2);
    return clock
        || written
        || slashed
        || (unit.isEmpty() && monthBeside && number.length() <= 4)
        || (isOrdinal(unit) && monthBeside);
  }

  private static boolean isMonth(Token token) {
    return token.is(Sense.MONTH) && token.isCapitalised();
  }

  private static boolean isThousands(String number) {
    return number.matches("\\d{1,3}(\\.\\d{3})+");
  }

  private static long dots(String number) {
    return number.chars().filter(sign -> sign == '.').count();
  }

  private static boolean isScore(String number) {
    return number.endsWith("/5") || number.endsWith("/10") || number.endsWith("/100");
  }

  private static boolean isOrdinal(String unit) {
    return unit.equals("st") || unit.equals("nd") || unit.equals("rd") || unit.equals("th");
  }

  /// `2026` alone, unless something says that it counts: `reach 2000 customers`.
  private boolean isYear(int at, String number) {
    if (number.length() != 4 || !number.chars().allMatch(Character::isDigit)) {
      return false;
    }
    int year = Integer.parseInt(number);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return false;
    }
    Token before = sentence.at(at - 1);
    Token next = sentence.at(at + 1);
    boolean counts = next.isWord() && next.lower().endsWith("s") && !next.is(Sense.AUXILIARY);
    boolean led = before.is(Sense.COMPARISON) || before.is("to") || before.isVerb();
    return (!(counts && led && !before.is(Sense.BEFORE_YEAR)) && !before.is(Sense.COMPARISON))
        || before.is("in");
  }

  /// `ISO 27001`, `tier-1`, `GPT-4`, `Java 21`, `Stage 4`, `(2)`.
  private boolean isName(int at, String number) {
    Token before = sentence.at(at - 1);
    if (number.indexOf(',') > 0) {
      return false;
    }
    if (before.is(Sense.NUMBERED) && !isImperative(at - 1)) {
      return true;
    }
    if (before.isSign("-–") && before.glued() && sentence.at(at).glued()) {
      Token name = sentence.at(at - 2);
      return name.isWord() || name.kind() == Token.Kind.CODE;
    }
    if (before.isSign(".") && before.glued() && sentence.at(at).glued()) {
      return true;
    }
    boolean version =
        number.endsWith(".0")
            && before.isWord()
            && !before.is(Sense.COMPARISON)
            && !before.is(Sense.PREPOSITION)
            && !before.isVerb();
    return version || isNamedAfter(at);
  }

  /// `stage 3 rehearsals`, and not `stage 3 of the trial`.
  private boolean isImperative(int at) {
    Token next = sentence.at(at + 2);
    return at == start
        && sentence.at(at).isVerb()
        && next.isWord()
        && !next.is(Sense.PREPOSITION)
        && !next.is(Sense.AUXILIARY);
  }

  /// A number that follows a proper name, which no figure of the business is.
  private boolean isNamedAfter(int at) {
    Token before = sentence.at(at - 1);
    Token next = sentence.at(at + 1);
    return before.isWord()
        && before.isCapitalised()
        && at - 1 > start
        && !before.is(Sense.METRIC)
        && !before.is(Sense.METRIC_HEAD)
        && !before.is(Sense.COMPARISON)
        && !before.isVerb()
        && !before.is(Sense.PREPOSITION)
        && !before.isCapitals()
        && !(next.isWord() && next.lower().endsWith("s"));
  }

  private static int digits(String text) {
    int at = 0;
    while (at < text.length() && !Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean isUnit(String unit) {
    return sentence.language().senses(unit.toLowerCase(Locale.ROOT)).contains(Sense.SHORT_UNIT)
        && !(unit.length() == 1 && "DGPTYSH".contains(unit));
  }

  private static Kind kindOfSuffix(String unit) {
    return switch (unit) {
      case "x", "X" -> Kind.MULTIPLE;
      case "ms", "s", "sec", "secs", "min", "mins", "h", "hr", "hrs", "d", "w", "wk", "mo", "yr" ->
          Kind.TIME;
      case "pp", "ppt", "bps", "bp" -> Kind.PERCENT;
      default -> Kind.COUNT;
    };
  }

  // --- Words and masks

  private @Nullable Figure word(int at) {
    Token token = sentence.at(at);
    if (isMask(at)) {
      return masked(at);
    }
    if (token.is(Sense.MULTIPLE)
        && !sentence.at(at + 1).is(Sense.NOT_MULTIPLE)
        && !sentence.at(at + 1).isSign("-")) {
      return new Figure(at, at, Kind.MULTIPLE, Role.TARGET);
    }
    if (token.is(Sense.ZERO) && !isNamedZero(at)) {
      return new Figure(at, at, Kind.NONE, Role.TARGET);
    }
    if (token.is(Sense.NONE) && saysNone(at)) {
      return new Figure(at, at, Kind.NONE, Role.TARGET);
    }
    if (token.is(Sense.FRACTION) && isShare(at)) {
      return new Figure(at, at, Kind.PERCENT, Role.TARGET);
    }
    if (token.is(Sense.ONE)) {
      boolean bounded = sentence.at(at - 1).is(Sense.COMPARISON);
      return bounded ? measured(at, at, Kind.COUNT) : null;
    }
    return token.is(Sense.NUMBER_WORD) ? counted(at) : null;
  }

  private boolean isNamedZero(int at) {
    Token next = sentence.at(at + 1);
    return (next.isSign("-") && next.glued())
        || next.is("trust")
        || next.is("waste")
        || (sentence.at(at - 1).is("from")
            && sentence.at(at + 1).is("to")
            && sentence.at(at + 2).is(Sense.ONE))
        || sentence.at(at - 1).is("ground")
        || sentence.at(at - 1).is("day");
  }

  /// `No customer waits …`, `with no serious incidents`.
  private boolean saysNone(int at) {
    Token next = sentence.at(at + 1);
    if (!next.isWord() || next.is(Sense.NOT_NONE) || next.is(Sense.COMPARISON)) {
      return false;
    }
    boolean first = at == start;
    return (first && (next.is(Sense.PEOPLE) || sentence.find(at, at + 5, Sense.HARM) > 0))
        || sentence.find(at, at + 4, Sense.HARM) > 0;
  }

  /// `half of`, `a third of`, `by a third`; not `a quarter` as such.
  private boolean isShare(int at) {
    boolean article = sentence.at(at - 1).is("a");
    boolean by = sentence.at(at - 1).is("by") || (article && sentence.at(at - 2).is("by"));
    boolean plain = !sentence.at(at).is("quarter") && !sentence.at(at).is("third");
    return by || (sentence.at(at + 1).is("of") && (plain || article));
  }

  /// `three new markets`; not `the first two`, nor `with three scenarios`.
  private @Nullable Figure counted(int at) {
    Token before = sentence.at(at - 1);
    boolean hyphen = sentence.at(at + 1).isSign("-") || before.isSign("-");
    if (hyphen || before.is("the") || before.is("these") || before.is("first")) {
      return null;
    }
    if (before.is(Sense.TOP)) {
      return measured(at, at, Kind.COUNT);
    }
    Token next = sentence.at(at + 1);
    if (!next.isWord() && !next.isSign("%")) {
      return null;
    }
    Figure figure = measured(at, at, Kind.COUNT);
    return figure != null && before.is("with") ? figure.as(Role.DETAIL) : figure;
  }

  /// `X%`, `N customers`, `XX new deals`, `$ N`, `M+`.
  private boolean isMask(int at) {
    Token token = sentence.at(at);
    if (isCurrency(at - 1)) {
      return token.text().length() <= 3 && token.isCapitalised();
    }
    Token next = sentence.at(at + 1);
    boolean capital = token.text().length() == 1 && token.isCapitalised() && token.is(Sense.MASK);
    if (next.isSign("+") && next.glued()) {
      boolean once = !sentence.at(at + 2).isSign("+");
      return once && (capital || (token.is("m") && token.isCapitalised()));
    }
    if (!token.is(Sense.MASK) || !Character.isUpperCase(token.text().charAt(0))) {
      return false;
    }
    return next.isSign("%")
        || next.is(Sense.PERCENT)
        || (next.isWord()
            && !next.is(Sense.AUXILIARY)
            && !next.is(Sense.PREPOSITION)
            && !next.isSign("-"))
        || sentence.at(at - 1).is(Sense.COMPARISON)
        || sentence.at(at - 1).is("to")
        || sentence.at(at - 1).is("by");
  }

  private @Nullable Figure masked(int at) {
    return measured(at, at, sentence.at(at).isSign("%") ? Kind.PERCENT : Kind.COUNT);
  }
}
