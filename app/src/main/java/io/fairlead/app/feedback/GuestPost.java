package io.fairlead.app.feedback;

import io.fairlead.app.access.Tokens;
import io.fairlead.app.messages.Outsiders;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Where mail to guests goes. A link is made while its mail is handed over, stands in that mail
/// alone, and is known here by its hash.
@Component
class GuestPost implements Outsiders {
  private final GuestLinkStore guests;
  private final RoundNews news;

  GuestPost(GuestLinkStore guests, RoundNews news) {
    this.guests = guests;
    this.news = news;
  }

  @Override
  public Optional<Addressee> addressee(UUID outsider, boolean linked) {
    if (!linked) {
      return guests
          .inStopped(outsider)
          .map(guest -> new Addressee(guest.name(), guest.email(), null));
    }
    String token = Tokens.fresh();
    return guests
        .link(outsider, token)
        .map(guest -> new Addressee(guest.name(), guest.email(), token));
  }

  @Override
  public void unreached(UUID outsider) {
    guests.roundOf(outsider).ifPresent(round -> news.unreached(round, outsider));
  }
}
