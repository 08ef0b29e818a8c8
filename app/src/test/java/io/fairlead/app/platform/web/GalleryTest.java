package io.fairlead.app.platform.web;

import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import org.junit.jupiter.api.Test;

@BrowserTest
class GalleryTest {
  @Test
  void everyPieceIsFitToLookAt(Browsing browsing) {
    Look.at(browsing.as(Person.ELIF), "/dev/gallery");
  }

  @Test
  void theDrawerIsFitToLookAt(Browsing browsing) {
    Look.at(browsing.as(Person.ELIF), "/dev/gallery?open=1");
  }
}
