package io.fairlead.app.testing;

import io.fairlead.app.Fairlead;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// A test on the whole product: one context, one server and one database shared by the suite.
/// Before each test class the company is as new (`Company`).
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@ExtendWith({SpringExtension.class, Company.AsNew.class})
@SpringBootTest(
    classes = Fairlead.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "fairlead.demo=false",
      "fairlead.testing=true",
      "fairlead.limits.writes-a-minute=0",
      "fairlead.webhooks.private-addresses=true",
      "fairlead.webhooks.longest=2s",
      "fairlead.limits.requests-a-minute-from-address=0",
      "fairlead.limits.strangers-a-minute-from-address=0",
      "fairlead.limits.requests-a-minute=0"
    })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestBeans.class)
public @interface AppTest {}
