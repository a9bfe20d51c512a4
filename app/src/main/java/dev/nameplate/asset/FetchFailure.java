package dev.nameplate.asset;

import java.util.Locale;

/** Why a picture from outside could not be had, in words that say nothing of its address. */
public enum FetchFailure {
  NOT_ASKED("it was not asked for"),
  REFUSED("its address is one that may not be called, see NAMEPLATE_REMOTE_ALLOW"),
  LEFT_HOSTS("a redirect left the hosts that the field lists, or there were too many"),
  UNREACHABLE("its host cannot be reached"),
  SLOW("it did not come in time, see NAMEPLATE_REMOTE_TIMEOUT"),
  STATUS("its host answered that it has no such picture, or that it has trouble"),
  TOO_LARGE("it has too many bytes or pixels, see NAMEPLATE_REMOTE_MAX_BYTES and …_MAX_PIXELS"),
  NOT_A_PICTURE("what came is no PNG, JPEG, GIF or WebP that decodes"),
  HOST_DOWN("its host failed so often that it is left alone for a while"),
  BUSY("too many pictures are being fetched");

  private final String words;

  FetchFailure(String words) {
    this.words = words;
  }

  /** For an author. */
  public String words() {
    return words;
  }

  /** For metrics and logs. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
