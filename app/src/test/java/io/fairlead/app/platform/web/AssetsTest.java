package io.fairlead.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class AssetsTest {
  @Autowired Visitors visitors;
  @Autowired Assets assets;

  @Test
  void aFileIsKeptForAYearUnderAnAddressThatNamesItsContent() {
    String address = assets.address("kit.css");
    assertThat(address).matches("/assets/kit\\.[0-9a-f]{12}\\.css");
    HttpResponse<String> file = visitors.stranger().page(address);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control"))
        .hasValue("max-age=31536000, public, immutable");
    assertThat(file.headers().firstValue("Content-Type")).hasValue("text/css;charset=UTF-8");
  }

  @Test
  void theStyleSheetIsOneFileAndItsFontsExist() {
    String sheet = visitors.stranger().page(assets.address("kit.css")).body();
    assertThat(sheet).contains("--paper", ".drawer", "@media print").doesNotContain("@import");
    Matcher font = Pattern.compile("url\\(\"([^\"]+)\"\\)").matcher(sheet);
    int fonts = 0;
    while (font.find()) {
      assertThat(visitors.stranger().page(font.group(1)).statusCode()).isEqualTo(200);
      fonts++;
    }
    assertThat(fonts).isEqualTo(8);
  }

  @Test
  void anotherHashIsNotFound() {
    assertThat(visitors.stranger().page("/assets/kit.000000000000.css").statusCode())
        .isEqualTo(404);
  }

  @Test
  void anUnknownFileIsADefectOfItsTemplate() {
    assertThatThrownBy(() -> assets.address("missing.css")).hasMessage("no asset missing.css");
  }
}
