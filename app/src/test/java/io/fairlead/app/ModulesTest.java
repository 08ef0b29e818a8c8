package io.fairlead.app;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
  @Test
  void everyModuleUsesOnlyThoseBeforeIt() {
    ApplicationModules.of(Fairlead.class).verify();
  }
}
