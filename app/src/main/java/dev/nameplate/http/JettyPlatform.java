package dev.nameplate.http;

/**
 * Properties of the machine that Jetty would otherwise determine at its start, at a high cost.
 *
 * <p>It asks the virtual machine, through JMX, how many references fit a cache line, to keep the
 * ends of its queues apart; JMX would be loaded for that alone. Sixteen is right for lines of 64
 * bytes and references of 4, which heaps below 32 GiB have; with larger ones the ends are merely
 * farther apart.
 */
public final class JettyPlatform {
  private static final String REFERENCES = "org.eclipse.jetty.util.referencesPerCacheLine";

  private JettyPlatform() {}

  /** Sets the system properties that are not set yet. Call it before the server is created. */
  public static void prepare() {
    if (System.getProperty(REFERENCES) == null) {
      System.setProperty(REFERENCES, "16");
    }
  }
}
