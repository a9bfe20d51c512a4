package dev.nameplate.access.sign;

/** Why a URL is refused, in words that contain none of its values. */
public enum DenialReason {
  NO_KEYS("This template takes signed addresses only, and the server has no NAMEPLATE_KEYS."),
  UNSIGNED("This template takes signed addresses only, and this one has no _sig."),
  UNKNOWN_KEY("Its _sig names no key of this server's NAMEPLATE_KEYS."),
  CHANGED(
      "The address is not as it was signed: its template, format, scale, _exp, _lock, _open, _x, _v"
          + " or a locked value differs."),
  LOCKED_TWICE("Its _lock names a field twice; each stands there once, by one of its names."),
  UNREADABLE_EXPIRY("Its _exp is no time: it is signed, but not whole seconds since 1970."),
  UNOPENED("Its _x is signed, but none of this server's keys opens it for this template.");

  private final String sentence;

  DenialReason(String sentence) {
    this.sentence = sentence;
  }

  /** Returns a whole sentence for the template's author. */
  public String sentence() {
    return sentence;
  }
}
