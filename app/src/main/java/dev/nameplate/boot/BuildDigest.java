package dev.nameplate.boot;

import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.text.font.FontLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The digest that the build made of the classes and libraries that decide pixels or bytes. */
public final class BuildDigest {
  private BuildDigest() {}

  /** Returns the identity of this build with fonts, on this Java. */
  public static EngineIdentity engine(FontLibrary fonts) {
    return new EngineIdentity(read(), Runtime.version().toString(), fonts.digest());
  }

  /** Reads it; classes that no build made, as an editor compiles them, have "unpacked". */
  private static String read() {
    try (InputStream file = BuildDigest.class.getResourceAsStream("/engine.txt")) {
      return file == null ? "unpacked" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("engine.txt cannot be read", unreadable);
    }
  }
}
