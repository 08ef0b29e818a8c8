package io.fairlead.app.testing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The people of the small company that every test knows.
public enum Person {
  INES("Ines Okafor", "Chief executive", "Brightwell", null),
  HENRIK("Henrik Dahl", "Head of product and engineering", "Product and Engineering", INES),
  PRISCILLA("Priscilla Moreno", "Head of sales", "Sales", INES),
  TOMASZ("Tomasz Wrona", "Head of customer success", "Customer Success", INES),
  ELIF("Elif Arslan", "Head of finance and people", "Finance and People", INES),
  MARA("Mara Lindqvist", "Team lead", "Activation", HENRIK),
  JONAS("Jonas Beck", "Engineer", "Activation", MARA),
  DEV("Dev Patel", "Engineer", "Activation", MARA),
  AIKO("Aiko Mori", "Technical writer", "Activation", MARA),
  RUBEN("Ruben Castel", "Account manager", "Sales", PRISCILLA),
  /// HR partner for Product and Engineering.
  NOOR("Noor Haddad", "HR partner", "Finance and People", ELIF),
  /// Auditor.
  SOFIA("Sofia Reyes", "Internal auditor", "Finance and People", ELIF),
  /// IT administrator.
  LIAM("Liam Byrne", "IT administrator", "Finance and People", ELIF),
  /// Finance.
  YUKI("Yuki Tanabe", "Controller", "Finance and People", ELIF);

  private final String fullName;
  private final String title;
  private final String unit;
  private final @Nullable Person manager;

  Person(String fullName, String title, String unit, @Nullable Person manager) {
    this.fullName = fullName;
    this.title = title;
    this.unit = unit;
    this.manager = manager;
  }

  /// Who this is to the product: signed in, with the roles the company gives them.
  public io.fairlead.app.platform.Viewer viewer() {
    return new io.fairlead.app.platform.Viewer(
        id(),
        fullName,
        java.util.Set.of(),
        java.util.Set.of(),
        java.util.Set.of(),
        TestClock.TODAY);
  }

  public UUID id() {
    return UUID.nameUUIDFromBytes(("person " + name()).getBytes(StandardCharsets.US_ASCII));
  }

  public String fullName() {
    return fullName;
  }

  public String title() {
    return title;
  }

  public String email() {
    return name().toLowerCase(Locale.ROOT) + "@brightwell.example";
  }

  public String unit() {
    return unit;
  }

  public Optional<Person> manager() {
    return Optional.ofNullable(manager);
  }
}
