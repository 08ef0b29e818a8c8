package io.fairlead.app.instruments;

import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.instruments.Behaviour;
import io.fairlead.methods.instruments.BehaviourLevel;
import io.fairlead.methods.instruments.Competency;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.ItemBank;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The item bank and the behaviour library, to look through.
@Controller
public class BankPages {
  private final Policy policy;
  private final Pages pages;

  BankPages(Policy policy, Pages pages) {
    this.policy = policy;
    this.pages = pages;
  }

  /// @param found items by competency, in the order of the bank
  public record BankPage(
      Bank.Asked asked, List<Option> competencies, List<Group> found, String language) {
    public int items() {
      return found.stream().mapToInt(each -> each.items().size()).sum();
    }
  }

  public record Group(Competency competency, List<Item> items) {}

  /// @param found by competency, then by level
  public record LibraryPage(
      Bank.Asked asked,
      List<Option> competencies,
      List<Option> levels,
      List<Shelf> found,
      String language) {
    public int behaviours() {
      return found.stream()
          .flatMap(each -> each.levels().stream())
          .mapToInt(each -> each.behaviours().size())
          .sum();
    }
  }

  public record Shelf(Competency competency, List<Level> levels) {}

  public record Level(BehaviourLevel level, List<Behaviour> behaviours) {}

  @GetMapping("/feedback/instruments/bank")
  @Guarded(record = "instrument", act = "read", fields = "questions")
  ModelAndView bank(
      @RequestParam(defaultValue = "") String competency,
      @RequestParam(defaultValue = "") String search) {
    Words words = pages.words();
    String language = InstrumentPages.language(words);
    Bank.Asked asked = new Bank.Asked(competency, "", search.strip());
    return show(
        "bank",
        words.text("instruments.bank"),
        new BankPage(
            asked,
            competencies(words, language, "instruments.all-competencies"),
            groups(Bank.items(asked, language)),
            language));
  }

  static List<Group> groups(List<Item> found) {
    List<Group> groups = new ArrayList<>();
    for (Competency each : ItemBank.shipped().competencies()) {
      List<Item> items =
          found.stream().filter(item -> item.competency().equals(each.id())).toList();
      if (!items.isEmpty()) {
        groups.add(new Group(each, items));
      }
    }
    return groups;
  }

  /// @param competency whose behaviours; without one and without words to search for, the first
  @GetMapping("/feedback/behaviours")
  @Guarded(record = "instrument", act = "read", fields = "questions")
  ModelAndView behaviours(
      @RequestParam(defaultValue = "") String competency,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String search) {
    Words words = pages.words();
    String language = InstrumentPages.language(words);
    String chosen =
        competency.isEmpty() && search.isBlank() && level.isEmpty()
            ? ItemBank.shipped().competencies().getFirst().id()
            : competency;
    Bank.Asked asked = new Bank.Asked(chosen, level, search.strip());
    List<Option> levels = new ArrayList<>();
    levels.add(new Option("", words.text("instruments.all-levels")));
    Bank.levels()
        .forEach(each ->
            levels.add(
                new Option(
                    Integer.toString(each.number()),
                    words.text(
                        "instruments.level",
                        Integer.toString(each.number()),
                        each.name().in(language)))));
    return show(
        "behaviours",
        words.text("instruments.behaviours"),
        new LibraryPage(
            asked,
            competencies(words, language, "instruments.all-competencies"),
            levels,
            shelves(Bank.behaviours(asked, language)),
            language));
  }

  private static List<Shelf> shelves(List<Behaviour> found) {
    List<Shelf> shelves = new ArrayList<>();
    for (Competency competency : ItemBank.shipped().competencies()) {
      List<Level> levels = new ArrayList<>();
      for (BehaviourLevel level : Bank.levels()) {
        List<Behaviour> on =
            found.stream()
                .filter(each ->
                    each.competency().equals(competency.id()) && each.level() == level.number())
                .toList();
        if (!on.isEmpty()) {
          levels.add(new Level(level, on));
        }
      }
      if (!levels.isEmpty()) {
        shelves.add(new Shelf(competency, levels));
      }
    }
    return shelves;
  }

  static List<Option> competencies(Words words, String language, String none) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text(none)));
    ItemBank.shipped()
        .competencies()
        .forEach(each -> options.add(new Option(each.id(), each.name().in(language))));
    return options;
  }

  private ModelAndView show(String template, String title, Object page) {
    Words words = pages.words();
    return pages.show(
        "instruments/" + template,
        title,
        Place.FEEDBACK,
        policy.seenBy(words, InstrumentRules.RECORD, InstrumentRules.QUESTIONS),
        page);
  }
}
