package io.fairlead.app.integrations;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import io.fairlead.app.platform.personal.Recipient;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Events and deliveries hold ids for a month and no person's name; a webhook has a maker.
@Component
class IntegrationsPersonalData implements PersonalData {
  private final WebhookStore webhooks;

  IntegrationsPersonalData(WebhookStore webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  public List<Recipient> recipients() {
    return webhooks.all().stream()
        .filter(Webhook::isSending)
        // The rest of an address may be its secret.
        .map(webhook ->
            new Recipient(
                "webhook",
                webhook.name()
                    + " ("
                    + Objects.requireNonNullElse(URI.create(webhook.url()).getHost(), "")
                    + ")"))
        .toList();
  }

  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.staying(
            "webhooks",
            "select name, format, types, made_at from webhook where made_by = :person order by made_at",
            "webhook.made_by"));
  }
}
