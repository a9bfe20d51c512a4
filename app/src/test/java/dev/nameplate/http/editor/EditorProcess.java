package dev.nameplate.http.editor;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.PreparedWork;
import java.nio.file.Path;
import java.util.Map;

/** A server in a process of its own, which a test kills. It prints its port. */
final class EditorProcess {
  private EditorProcess() {}

  /** Takes the folder with {@code templates} and {@code work}. */
  public static void main(String[] arguments) throws InterruptedException {
    Application application = open(Path.of(arguments[0]));
    System.out.println(application.port());
    Thread.currentThread().join();
  }

  /** The server on a folder. */
  static Application open(Path folder) {
    return Applications.open(
        Settings.read(
            Map.of(
                "NAMEPLATE_HOST", "127.0.0.1",
                "PORT", "0",
                "NAMEPLATE_WARM_UP", "0",
                "NAMEPLATE_TEMPLATES", folder.resolve("templates").toString(),
                "NAMEPLATE_WORK", PreparedWork.in(folder).toString(),
                "NAMEPLATE_RATE_CLIENT", "off",
                "NAMEPLATE_RELOAD", "1h"),
            Map.of()));
  }
}
