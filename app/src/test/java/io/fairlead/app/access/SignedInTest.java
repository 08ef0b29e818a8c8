package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class SignedInTest {
  @Autowired Visitors visitors;

  @Test
  void aStrangerIsSentToTheSignInPage() {
    assertThat(visitors.stranger().page("/people").headers().firstValue("Location"))
        .hasValue("/sign-in?to=%2Fpeople");
  }

  @Test
  void aStrangerAskingTheApiIsToldSo() {
    assertThat(visitors.stranger().json("GET", "/api/v1/people", null).statusCode()).isEqualTo(401);
  }
}
