package dev.nameplate.asset;

import java.util.Locale;

/** Why a remote image could not be fetched. The texts say nothing about its URL. */
public enum FetchFailure {
  /** Remote images are turned off. */
  DISABLED("remote images are turned off"),
  /** The address is not allowed, such as a private one. */
  REFUSED("its host has an address that must not be called, see NAMEPLATE_REMOTE_ALLOW"),
  /** A redirect led to a host that the field does not list, or there were too many redirects. */
  LEFT_HOSTS("a redirect left the hosts that the field lists, or there were too many"),
  /** The host name could not be resolved, or the connection failed. */
  UNREACHABLE("its host cannot be reached"),
  /** The timeout was reached. */
  SLOW("it was not received in time, see NAMEPLATE_REMOTE_TIMEOUT"),
  /** The response's status code was not a success. */
  STATUS("its host answered that it has no such picture, or reported an error"),
  /** The file has too many bytes or pixels. */
  TOO_LARGE("it has too many bytes or pixels, see NAMEPLATE_REMOTE_MAX_BYTES and …_MAX_PIXELS"),
  /** The file cannot be decoded. */
  NOT_A_PICTURE("the file is no PNG, JPEG, GIF or WebP that can be decoded"),
  /** The circuit breaker of the host is open. */
  HOST_DOWN("its host failed so often that it is not called for a while"),
  /** The limit of concurrent fetches was reached. */
  BUSY("too many pictures are being fetched");

  private final String words;

  FetchFailure(String words) {
    this.words = words;
  }

  /**
   * Returns a clause for the template's author that begins in lower case, has no full stop, and
   * does not quote the URL.
   */
  public String words() {
    return words;
  }

  /** Returns the constant's name in lower case, such as {@code too_large}, for metrics and logs. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
