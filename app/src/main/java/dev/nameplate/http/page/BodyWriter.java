package dev.nameplate.http.page;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Sends a body as fast as its reader takes it, and keeps no thread waiting meanwhile: however many
 * read slowly, the threads are free for others.
 */
final class BodyWriter implements WriteListener {
  private final ServletOutputStream out;
  private final Iterator<byte[]> parts;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  private BodyWriter(ServletOutputStream out, List<byte[]> parts) {
    this.out = out;
    this.parts = parts.iterator();
  }

  /** Begins to send; the request must be one that is answered later. */
  static CompletableFuture<Void> write(ServletOutputStream out, List<byte[]> parts) {
    BodyWriter writer = new BodyWriter(out, parts);
    out.setWriteListener(writer);
    return writer.done;
  }

  @Override
  public void onWritePossible() throws IOException {
    while (out.isReady()) {
      if (!parts.hasNext()) {
        done.complete(null);
        return;
      }
      out.write(parts.next());
    }
  }

  /** The reader has gone, or took too long. */
  @Override
  public void onError(Throwable failed) {
    done.complete(null);
  }
}
