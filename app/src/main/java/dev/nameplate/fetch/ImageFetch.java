package dev.nameplate.fetch;

import dev.nameplate.asset.FetchFailure;
import dev.nameplate.asset.RemoteImage;
import dev.nameplate.asset.RemoteImageAddress;
import dev.nameplate.template.field.HostList;
import dev.nameplate.util.TraceParent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** One fetch with its redirects, of which each URL is checked like the first. */
final class ImageFetch implements Callback {
  private static final int MAX_REDIRECTS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  /** The shared parts that a fetch uses. */
  record Tools(GuardedHttpClient client, ImageDownloader downloader, InstantSource clock) {}

  /** The result of a fetch. */
  sealed interface Answer {
    /** A picture, its validators, and whether it may be used when stale. */
    record Picture(RemoteImage image, Validators validators, boolean staleAllowed)
        implements Answer {}

    /** The cached picture is still current (304). */
    record Unchanged(Freshness freshness) implements Answer {}
  }

  private final Tools tools;
  private final RemoteImageAddress address;
  private final Validators cached;
  private final Deadline deadline;
  private final Optional<TraceParent> trace;

  /** The result; fails with a {@link FetchException}. */
  private final CompletableFuture<Answer> result = new CompletableFuture<>();

  private volatile Optional<Call> call = Optional.empty();
  private int redirects;

  /**
   * @param cached validators of the cached picture
   * @param trace that of the request that the fetch begins for
   */
  ImageFetch(
      Tools tools,
      RemoteImageAddress address,
      Validators cached,
      Deadline deadline,
      Optional<TraceParent> trace) {
    this.trace = trace;
    this.tools = tools;
    this.address = address;
    this.cached = cached;
    this.deadline = deadline;
  }

  /** The answer to come; fails with a {@link FetchException}. */
  CompletableFuture<Answer> result() {
    return result;
  }

  /** Calls the first URL. */
  void start() {
    call(Optional.ofNullable(HttpUrl.parse(address.url())));
  }

  /** Cancels the call that is running. */
  void cancel() {
    call.ifPresent(Call::cancel);
  }

  private void call(Optional<HttpUrl> target) {
    try {
      HttpUrl url = target.filter(this::isAllowed).orElseThrow(ImageFetch::leftHosts);
      Call next = tools.client().call(url, cached, deadline.left(), trace);
      call = Optional.of(next);
      if (result.isDone()) {
        return;
      }
      next.enqueue(this);
    } catch (FetchException failure) {
      result.completeExceptionally(failure);
    } catch (RejectedExecutionException stopped) {
      result.completeExceptionally(FetchException.of(FetchFailure.BUSY));
    }
  }

  private boolean isAllowed(HttpUrl url) {
    return url.username().isEmpty()
        && url.password().isEmpty()
        && tools.client().isSchemeAllowed(url)
        && HostList.lists(address.hosts(), url.host());
  }

  private static FetchException leftHosts() {
    return FetchException.of(FetchFailure.LEFT_HOSTS);
  }

  @Override
  public void onResponse(Call failedCall, Response response) {
    try (response) {
      int status = response.code();
      if (REDIRECTS.contains(status)) {
        redirect(response);
      } else {
        result.complete(answer(status, response));
      }
    } catch (FetchException failure) {
      result.completeExceptionally(failure);
    } catch (IOException broken) {
      onFailure(failedCall, broken);
    } catch (RuntimeException bug) {
      result.completeExceptionally(FetchException.of(FetchFailure.NOT_A_PICTURE));
    }
  }

  private void redirect(Response response) throws FetchException {
    redirects++;
    if (redirects > MAX_REDIRECTS) {
      throw leftHosts();
    }
    call(
        Optional.ofNullable(response.header("Location"))
            .flatMap(to -> Optional.ofNullable(response.request().url().resolve(to))));
  }

  private Answer answer(int status, Response response) throws FetchException, IOException {
    Freshness freshness = Freshness.of(response.headers(), tools.clock().instant());
    if (status == NOT_MODIFIED && !cached.equals(Validators.NONE)) {
      return new Answer.Unchanged(freshness);
    }
    if (status != OK) {
      throw status >= SERVER_ERROR || status == TOO_MANY_REQUESTS
          ? FetchException.ofHost(FetchFailure.STATUS)
          : FetchException.of(FetchFailure.STATUS);
    }
    RemoteImage image = tools.downloader().download(response.body(), freshness.until(), deadline);
    return new Answer.Picture(image, Validators.of(response.headers()), freshness.staleAllowed());
  }

  @Override
  public void onFailure(Call failedCall, IOException failed) {
    if (isRefusal(failed)) {
      result.completeExceptionally(FetchException.of(FetchFailure.REFUSED));
    } else if (failed instanceof InterruptedIOException || failedCall.isCanceled()) {
      result.completeExceptionally(FetchException.ofHost(FetchFailure.SLOW));
    } else {
      result.completeExceptionally(FetchException.ofHost(FetchFailure.UNREACHABLE));
    }
  }

  /**
   * Whether the guard refused an address. Where a host has several addresses, the failures of all
   * but one are suppressed exceptions.
   */
  private static boolean isRefusal(Throwable failed) {
    return failed instanceof RefusedAddressException
        || Stream.concat(
                Optional.ofNullable(failed.getCause()).stream(), Stream.of(failed.getSuppressed()))
            .anyMatch(ImageFetch::isRefusal);
  }
}
