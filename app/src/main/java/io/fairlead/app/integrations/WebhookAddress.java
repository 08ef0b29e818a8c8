package io.fairlead.app.integrations;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a webhook may send to: `https` to a public address. What a name means is looked up once,
/// and the connection goes to the very address that was looked at.
record WebhookAddress(URI uri) {

  /// Reads an address; empty for one that cannot be sent to.
  ///
  /// @param anywhere whether private addresses and plain `http` are allowed
  static Optional<WebhookAddress> of(String text, boolean anywhere) {
    try {
      URI uri = new URI(text.strip());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean usable =
          (scheme.equals("https") || (anywhere && scheme.equals("http")))
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getFragment() == null
              && uri.getPort() < 65_536
              && text.strip().chars().allMatch(letter -> letter > ' ' && letter < 127);
      return usable ? Optional.of(new WebhookAddress(uri)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  boolean isSecure() {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  int port() {
    return uri.getPort() > 0 ? uri.getPort() : isSecure() ? 443 : 80;
  }

  /// The host without the brackets of an IPv6 address.
  String host() {
    return uri.getHost().replace("[", "").replace("]", "");
  }

  String target() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  /// The one address to connect to.
  ///
  /// @throws Forbidden where every address of the host is one that others must not be sent to
  InetAddress resolved(boolean anywhere) throws IOException {
    InetAddress[] found = InetAddress.getAllByName(host());
    return Arrays.stream(found)
        .filter(address -> anywhere || isPublic(address))
        .findFirst()
        .orElseThrow(Forbidden::new);
  }

  /// A host that leads into the network around the server.
  static final class Forbidden extends UnknownHostException {
    private static final long serialVersionUID = 1;

    Forbidden() {
      super("a private address");
    }
  }

  /// Whether an address is one of the public internet: not this machine's, not its network's, not
  /// one set aside, nor one of those written as IPv6.
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address _ -> isPublic(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
      case Inet6Address _ -> isPublic(bytes);
      default -> false;
    };
  }

  private static boolean isPublic(int first, int second, int third) {
    return switch (first) {
      case 0, 10, 127 -> false;
      case 100 -> second < 64 || second > 127;
      case 169 -> second != 254;
      case 172 -> second < 16 || second > 31;
      case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2));
      case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
      case 203 -> !(second == 0 && third == 113);
      default -> first < 224;
    };
  }

  /// Global unicast (2000::/3) alone, without documentation, and without what carries an IPv4
  /// address in it (6to4, Teredo).
  private static boolean isPublic(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    boolean isGlobal = (first & 0xe000) == 0x2000;
    boolean isSetAside = first == 0x2002 || (first == 0x2001 && (second == 0 || second == 0xdb8));
    return isGlobal && !isSetAside;
  }
}
