package io.fairlead.app.platform.keys;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The server's key store, where `fairlead.keys` says.
@Configuration(proxyBeanMethods = false)
class KeySettings {
  @Bean
  KeyStore keyStore(@Value("${fairlead.keys:fairlead-data/keys}") Path folder) {
    return KeyStore.in(folder);
  }
}
