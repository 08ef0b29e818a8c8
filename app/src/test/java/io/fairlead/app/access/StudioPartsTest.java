package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.web.StudioPart;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class StudioPartsTest {
  @Autowired Visitors visitors;

  @ParameterizedTest
  @EnumSource(
      value = Person.class,
      names = {"ELIF", "INES", "SOFIA", "LIAM"})
  void theStudioLeadsToExactlyWhatOneMayOpenThere(Person person) {
    Visitor visitor = visitors.as(person);
    String studio = visitor.page("/studio/framework").body();
    List<String> opened =
        Arrays.stream(StudioPart.values())
            .map(StudioPart::path)
            .filter(path -> visitor.page(path).statusCode() == 200)
            .toList();
    List<String> shown =
        Arrays.stream(StudioPart.values())
            .map(StudioPart::path)
            .filter(path -> studio.contains("<a href=\"" + path + "\""))
            .toList();
    assertThat(shown).isEqualTo(opened.size() < 2 ? List.of() : opened);
  }
}
