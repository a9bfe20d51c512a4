package dev.nameplate.support;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import java.time.InstantSource;

/** Applications of tests, which have the project's fonts; the caller closes them. */
public final class Applications {
  private Applications() {}

  /** One that listens, on the system clock. */
  public static Application open(Settings settings) {
    return open(settings, InstantSource.system());
  }

  /** One that listens, on another clock. */
  public static Application open(Settings settings, InstantSource clock) {
    return Application.open(settings, clock, Fonts.shipped());
  }

  /** One that draws for commands. */
  public static Application offline(Settings settings) {
    return Application.offline(settings, Fonts.shipped());
  }
}
