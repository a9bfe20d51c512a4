package dev.nameplate.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Pictures drawn one after the other, and what they took. */
public final class Measured {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private long[] nanos = new long[1024];
  private int count;
  private long bytes;
  private long cpuNanos;
  private long allocated;

  /**
   * Draws for a while, one picture at least.
   *
   * @param seconds how long
   * @param draw answers a picture's length in bytes
   */
  public <T> Measured add(double seconds, Iterator<T> recipients, ToIntFunction<T> draw) {
    long cpuBefore = SYSTEM.getProcessCpuTime();
    long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
    long own = 0;
    long end = System.nanoTime() + (long) (seconds * 1e9);
    do {
      T recipient = recipients.next();
      long start = System.nanoTime();
      bytes += draw.applyAsInt(recipient);
      long took = System.nanoTime() - start;
      own += grow();
      nanos[count++] = took;
    } while (System.nanoTime() < end);
    cpuNanos += SYSTEM.getProcessCpuTime() - cpuBefore;
    allocated += THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore - own;
    return this;
  }

  /** One JSON object: times in milliseconds a picture, sizes in bytes a picture. */
  public String json() {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "{\"count\":%d,\"p50\":%.4f,\"p99\":%.4f,\"cpu\":%.4f,\"bytes\":%d,\"allocated\":%d}",
        count,
        sorted[count / 2] / NANOS_PER_MILLI,
        sorted[Math.min(count - 1, (int) (count * 0.99))] / NANOS_PER_MILLI,
        cpuNanos / NANOS_PER_MILLI / count,
        bytes / count,
        allocated / count);
  }

  /** Makes room for one more time and answers what that allocated. */
  private long grow() {
    if (count < nanos.length) {
      return 0;
    }
    nanos = Arrays.copyOf(nanos, count * 2);
    return 8L * nanos.length;
  }
}
