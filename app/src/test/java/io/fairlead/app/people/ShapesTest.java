package io.fairlead.app.people;

import static io.fairlead.app.people.LinesTest.PEOPLE_OPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.people.ImportRun.Absent;
import io.fairlead.app.people.PeopleImport.Upload;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class ShapesTest {
  @Autowired Shapes shapes;
  @Autowired PeopleImport imports;
  @Autowired Company company;
  @Autowired ApiClient api;
  @TempDir Path folder;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void theCompanyHasOneTopAndAsManyPeopleOnItsLayersAsWorkHere() {
    Shape shape = shapes.today(PEOPLE_OPS).orElseThrow();
    assertThat(shape.top()).extracting(PersonName::name).containsExactly("Ines Okafor");
    assertThat(shape.layers().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(Person.values().length);
    assertThat(shape.circles().none()).isTrue();
    assertThat(shape.wideSpans().none()).isTrue();
  }

  @Test
  void anImportShowsTheShapeBeforeItIsApplied() throws IOException {
    String rows =
        IntStream.rangeClosed(1, 16)
            .mapToObj(
                n -> "New %d,n%d@brightwell.example,Lab,ines@brightwell.example\n".formatted(n, n))
            .collect(Collectors.joining());
    Path file =
        Files.writeString(
            folder.resolve("people.csv"),
            "name,email,unit,manager_email\n"
                + rows
                + "Solo,solo@brightwell.example,Lab,n1@brightwell.example\n"
                + "Lone,lone@brightwell.example,Lab,\n");
    UUID run =
        imports.read(PEOPLE_OPS, new Upload(file, "people.csv", Absent.STAY, null)).orThrow();
    imports.proceed(run);
    Shape shape = shapes.after(PEOPLE_OPS, run).orElseThrow();
    assertThat(shape.people()).isEqualTo(Person.values().length + 18);
    assertThat(shape.wideSpans().first().getFirst().leader().name()).isEqualTo("Ines Okafor");
    assertThat(shape.spansOfOne().first()).extracting(PersonName::name).contains("New 1");
    assertThat(shape.alone().first()).extracting(PersonName::name).containsExactly("Lone");
    assertThat(shapes.today(PEOPLE_OPS).orElseThrow().wideSpans().none()).isTrue();
  }

  @Test
  void theShapeIsNotForEverybody() {
    assertThat(
            api.as(Person.ELIF, "people:read")
                .json("GET", "/api/v1/people/shape", null)
                .statusCode())
        .isEqualTo(200);
    assertThat(
            api.as(Person.JONAS, "people:read")
                .json("GET", "/api/v1/people/shape", null)
                .statusCode())
        .isEqualTo(404);
  }
}
