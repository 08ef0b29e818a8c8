package io.fairlead.app.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test in a real browser, on the whole product. Test methods take a `Browsing`, from which they
/// open pages as people of the company. Where no Chromium is installed such tests are skipped and
/// say so; under `CI=true` they fail instead.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@AppTest
@ExtendWith(Browsing.Extension.class)
public @interface BrowserTest {}
