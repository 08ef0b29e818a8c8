package io.fairlead.app.messages;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// The suite's mail server. Nothing is taken to it but by a test that walks the postman's round.
@Configuration(proxyBeanMethods = false)
class TestMail {
  static final String URL = "https://people.brightwell.example";

  @Bean(destroyMethod = "stop")
  GreenMail greenMail() {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(30_000);
    GreenMail server = new GreenMail(setup);
    server.start();
    return server;
  }

  @Bean
  @Primary
  MailSettings mailSettingsOfTheSuite(GreenMail server) {
    return settings(server.getSmtp().getPort(), "none", "", "");
  }

  static MailSettings settings(int port, String security, String user, String password) {
    return new MailSettings(
        "127.0.0.1",
        port,
        user,
        password,
        "Brightwell <people@brightwell.example>",
        security,
        Duration.ofSeconds(2),
        1,
        URL + "/");
  }
}
