package dev.nameplate.fetch;

import dev.nameplate.asset.DecodedImage;
import dev.nameplate.asset.FetchFailure;
import dev.nameplate.asset.RemoteImage;
import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.asset.decode.DecodeLimits;
import dev.nameplate.asset.decode.ImageDecoder;
import dev.nameplate.asset.decode.TooLargeException;
import dev.nameplate.util.Sha256;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Reads response bodies and decodes them, within a budget of bytes and with at most two decoders at
 * a time.
 */
final class ImageDownloader {
  private static final long STEP = 64 * 1024;

  /** Budget for bodies that are not decoded yet, in bytes. */
  private static final long BODIES = 32L << 20;

  private static final int DECODERS = 2;

  private final long maxBytes;
  private final ImageDecoder decoder;
  private final BodyBudget budget;
  private final Semaphore decoders = new Semaphore(DECODERS);

  ImageDownloader(RemoteSettings settings) {
    this.maxBytes = settings.maxBytes();
    this.decoder = new ImageDecoder(DecodeLimits.ofFetched(settings.maxPixels()));
    this.budget = new BodyBudget(Math.max(BODIES, 2 * settings.maxBytes()));
  }

  /**
   * The picture in a response body.
   *
   * @param until when it is no longer fresh
   * @throws FetchException where the body is too large or no picture, or time or budget ran out
   * @throws IOException where the connection breaks
   */
  RemoteImage download(ResponseBody body, Instant until, Deadline deadline)
      throws IOException, FetchException {
    try (BodyBudget.Share share = budget.open()) {
      byte[] file = read(body, share);
      String digest = Sha256.hex(file);
      return new RemoteImage(decode("remote " + digest, file, deadline), digest, until);
    }
  }

  private byte[] read(ResponseBody body, BodyBudget.Share share)
      throws IOException, FetchException {
    if (body.contentLength() > maxBytes) {
      throw FetchException.of(FetchFailure.TOO_LARGE);
    }
    BufferedSource source = body.source();
    Buffer file = new Buffer();
    for (long read = 0; read >= 0; read = source.read(file, STEP)) {
      if (!share.take(read)) {
        throw FetchException.of(FetchFailure.BUSY);
      }
      if (file.size() > maxBytes) {
        throw FetchException.of(FetchFailure.TOO_LARGE);
      }
    }
    return file.readByteArray();
  }

  private DecodedImage decode(String name, byte[] file, Deadline deadline) throws FetchException {
    boolean permitted = false;
    try {
      permitted = decoders.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      if (!permitted) {
        throw FetchException.of(FetchFailure.BUSY);
      }
      return new DecodedImage(name, decoder.decode(file, deadline::isDecoderLate));
    } catch (TooLargeException large) {
      throw FetchException.of(FetchFailure.TOO_LARGE);
    } catch (AssetException broken) {
      throw FetchException.of(
          deadline.isDecoderLate() ? FetchFailure.SLOW : FetchFailure.NOT_A_PICTURE);
    } catch (RuntimeException | OutOfMemoryError failed) {
      throw FetchException.of(FetchFailure.NOT_A_PICTURE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw FetchException.of(FetchFailure.BUSY);
    } finally {
      if (permitted) {
        decoders.release();
      }
    }
  }
}
