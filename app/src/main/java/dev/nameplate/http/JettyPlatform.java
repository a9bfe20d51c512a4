package dev.nameplate.http;

/**
 * What Jetty finds out at its start by means that cost more than the answer is worth.
 *
 * <p>It asks the virtual machine, through JMX, how many references lie in a line of the processor's
 * cache, to keep its queues' ends apart; JMX is then set up for that alone. Sixteen holds for lines
 * of 64 bytes and references of 4, which heaps below 32 GiB have; with larger ones the ends are
 * merely farther apart.
 */
public final class JettyPlatform {
  private static final String REFERENCES = "org.eclipse.jetty.util.referencesPerCacheLine";

  private JettyPlatform() {}

  /** Sets the properties, unless they are set; to be called before the server is made. */
  public static void prepare() {
    if (System.getProperty(REFERENCES) == null) {
      System.setProperty(REFERENCES, "16");
    }
  }
}
