package io.fairlead.methods.wording;

import io.fairlead.methods.wording.Quantity.Kind;
import io.fairlead.methods.wording.Quantity.Role;
import java.util.ArrayList;
import java.util.List;

/// Tells the figure something starts from the one it is to reach: `from 40 to 60 %`, `40 → 60`, `to
/// 60 (currently 40)`, `up from 40`.
final class FigureRoles {
  private static final int NEAR = 4;

  private final Sentence sentence;
  private final List<Figure> figures;

  private FigureRoles(Sentence sentence, List<Figure> figures) {
    this.sentence = sentence;
    this.figures = figures;
  }

  static List<Figure> of(Sentence sentence, List<Figure> figures) {
    if (figures.isEmpty()) {
      return List.of();
    }
    return new FigureRoles(sentence, figures).read();
  }

  private List<Figure> read() {
    List<Figure> read = new ArrayList<>(figures.size());
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      boolean asked = figure.role() == Role.TARGET;
      read.add(asked && isBaseline(i) ? figure.as(Role.BASELINE) : figure);
    }
    return List.copyOf(read);
  }

  private boolean isBaseline(int index) {
    return leadsToNext(index) || isSaidToBe(index) || isSaidOfToday(index);
  }

  /// `from A to B`, `A → B`, `grow A to B`.
  private boolean leadsToNext(int index) {
    if (index + 1 >= figures.size()) {
      return false;
    }
    Figure here = figures.get(index);
    Figure next = figures.get(index + 1);
    int between = next.first() - here.last() - 1;
    if (between > NEAR + 4) {
      return false;
    }
    boolean arrow = false;
    boolean to = false;
    for (int i = here.last() + 1; i < next.first(); i++) {
      arrow |= sentence.at(i).isSign("→->=>⟶➔➡");
      to |= sentence.at(i).is("to");
    }
    arrow &=
        (!sentence.at(here.last() + 1).isSign("-") && between <= 2)
            || sentence.at(here.last() + 1).text().length() == 2;
    if (arrow) {
      return true;
    }
    boolean same = here.kind() == next.kind() || here.kind() == Kind.COUNT;
    return to
        && (isAfterFrom(here)
            || (between == 1 && (isChange(here) || (same && isSaidPlainly(here)))));
  }

  private boolean isAfterFrom(Figure figure) {
    for (int i = figure.first() - 1; i >= figure.first() - NEAR; i--) {
      if (sentence.at(i).is("from")) {
        return true;
      }
      if (sentence.at(i).isSign(";,.")) {
        return false;
      }
    }
    return false;
  }

  /// `raise NPS 25 to 35`, and not `raise NPS by 25 to 35`.
  private boolean isChange(Figure figure) {
    Token before = sentence.at(figure.first() - 1);
    return !before.is("by")
        && !before.is("to")
        && !before.is(Sense.COMPARISON)
        && sentence.find(0, figure.first(), Sense.CHANGE) >= 0;
  }

  /// `conversion: 2 % to 3 %`
  private boolean isSaidPlainly(Figure figure) {
    Token before = sentence.at(figure.first() - 1);
    return before.isSign(":") || (before.is(Sense.METRIC) && !before.is(Sense.TIME));
  }

  /// `(currently 40)`, `baseline: 40`, `up from 40`, `vs 40 today`.
  private boolean isSaidToBe(int index) {
    Figure figure = figures.get(index);
    for (int i = figure.first() - 1; i >= figure.first() - NEAR; i--) {
      Token before = sentence.at(i);
      if (isWithin(index, i) || before.is("to")) {
        return false;
      }
      if (isYearInRemark(i)) {
        return true;
      }
      if (before.isSign(";") || (before.isSign(",") && i < figure.first() - 1)) {
        return false;
      }
      if (before.is("from")) {
        return sentence.at(i - 1).is("up")
            || sentence.at(i - 1).is("down")
            || (figures.size() > 1
                && figure.kind() != Kind.COUNT
                && sentence.at(i - 1).isSign("(,"))
            || sentence.at(i - 1).isSign("(");
      }
      if (before.is(Sense.BEFORE_BASELINE)) {
        return isRemark(i) || before.is("baseline") || before.is("currently");
      }
    }
    return false;
  }

  private boolean isWithin(int index, int at) {
    return index > 0 && figures.get(index - 1).last() >= at;
  }

  /// `(2025: 40)`, `(Q3: 40)`
  private boolean isYearInRemark(int at) {
    Token named = sentence.at(at - 1);
    boolean name = named.kind() == Token.Kind.FIGURE || named.kind() == Token.Kind.CODE;
    return sentence.at(at).isSign(":") && name && sentence.at(at - 2).isSign("([,;");
  }

  /// `was`, `now` and `current` say where it starts from only in a remark of their own.
  private boolean isRemark(int at) {
    for (int i = at - 1; i >= at - NEAR; i--) {
      if (sentence.at(i).isSign("([,;–—-") || i < 0) {
        return true;
      }
    }
    return sentence.at(at).is("vs") || sentence.at(at).is("versus");
  }

  /// `4.6 at the start of Q3`, `40 today`.
  private boolean isSaidOfToday(int index) {
    Figure figure = figures.get(index);
    int next = figure.last() + 1;
    if (sentence.at(next).isSign("(") && sentence.at(next + 2).isSign(")")) {
      next++;
    }
    if (figures.size() < 2) {
      return false;
    }
    if (sentence.at(next).is(Sense.AFTER_BASELINE)) {
      return true;
    }
    return sentence.at(next).is("at")
        && (sentence.at(next + 1).is("start")
            || sentence.at(next + 2).is("start")
            || sentence.at(next + 1).is("present"));
  }
}
