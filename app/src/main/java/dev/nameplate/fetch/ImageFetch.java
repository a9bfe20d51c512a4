package dev.nameplate.fetch;

import dev.nameplate.asset.FetchFailure;
import dev.nameplate.asset.RemoteImage;
import dev.nameplate.asset.RemoteImageAddress;
import dev.nameplate.template.field.HostList;
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

/** One fetch, from hop to hop: each is judged by the same rules as the first. */
final class ImageFetch implements Callback {
  private static final int MOST_REDIRECTS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int OK = 200;
  private static final int UNCHANGED = 304;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_TROUBLE = 500;

  /** What a fetch needs of the house. */
  record Tools(GuardedHttpClient wire, ImageDownloader receiver, InstantSource clock) {}

  /** What a fetch came to. */
  sealed interface Answer {
    /** A picture, and how it may be kept. */
    record Picture(RemoteImage asset, Validators validators, boolean staleAllowed)
        implements Answer {}

    /** The picture that is known already. */
    record Unchanged(Freshness freshness) implements Answer {}
  }

  private final Tools tools;
  private final RemoteImageAddress address;
  private final Validators known;
  private final Deadline deadline;
  private final CompletableFuture<Answer> result = new CompletableFuture<>();
  private volatile Optional<Call> call = Optional.empty();
  private int redirects;

  /**
   * @param known of the picture that is there already
   */
  ImageFetch(Tools tools, RemoteImageAddress address, Validators known, Deadline deadline) {
    this.tools = tools;
    this.address = address;
    this.known = known;
    this.deadline = deadline;
  }

  /** The answer to come; fails with a {@link FetchException}. */
  CompletableFuture<Answer> result() {
    return result;
  }

  /** Calls the first address. */
  void start() {
    go(Optional.ofNullable(HttpUrl.parse(address.url())));
  }

  /** Breaks off. */
  void cancel() {
    call.ifPresent(Call::cancel);
  }

  private void go(Optional<HttpUrl> target) {
    try {
      HttpUrl url = target.filter(this::isAllowed).orElseThrow(ImageFetch::astray);
      Call next = tools.wire().call(url, known, deadline.left());
      call = Optional.of(next);
      if (result.isDone()) {
        return;
      }
      next.enqueue(this);
    } catch (FetchException lost) {
      result.completeExceptionally(lost);
    } catch (RejectedExecutionException stopped) {
      result.completeExceptionally(FetchException.of(FetchFailure.BUSY));
    }
  }

  private boolean isAllowed(HttpUrl url) {
    return url.username().isEmpty()
        && url.password().isEmpty()
        && tools.wire().speaks(url)
        && HostList.lists(address.hosts(), url.host());
  }

  private static FetchException astray() {
    return FetchException.of(FetchFailure.LEFT_HOSTS);
  }

  @Override
  public void onResponse(Call asked, Response response) {
    try (response) {
      int status = response.code();
      if (REDIRECTS.contains(status)) {
        redirect(response);
      } else {
        result.complete(answer(status, response));
      }
    } catch (FetchException lost) {
      result.completeExceptionally(lost);
    } catch (IOException broken) {
      onFailure(asked, broken);
    } catch (RuntimeException bug) {
      result.completeExceptionally(FetchException.of(FetchFailure.NOT_A_PICTURE));
    }
  }

  private void redirect(Response response) throws FetchException {
    redirects++;
    if (redirects > MOST_REDIRECTS) {
      throw astray();
    }
    go(
        Optional.ofNullable(response.header("Location"))
            .flatMap(to -> Optional.ofNullable(response.request().url().resolve(to))));
  }

  private Answer answer(int status, Response response) throws FetchException, IOException {
    Freshness freshness = Freshness.of(response.headers(), tools.clock().instant());
    if (status == UNCHANGED && !known.equals(Validators.NONE)) {
      return new Answer.Unchanged(freshness);
    }
    if (status != OK) {
      throw status >= SERVER_TROUBLE || status == TOO_MANY_REQUESTS
          ? FetchException.ofHost(FetchFailure.STATUS)
          : FetchException.of(FetchFailure.STATUS);
    }
    RemoteImage asset = tools.receiver().receive(response.body(), freshness.until(), deadline);
    return new Answer.Picture(asset, Validators.of(response.headers()), freshness.staleAllowed());
  }

  @Override
  public void onFailure(Call asked, IOException failed) {
    if (isRefusal(failed)) {
      result.completeExceptionally(FetchException.of(FetchFailure.REFUSED));
    } else if (failed instanceof InterruptedIOException || asked.isCanceled()) {
      result.completeExceptionally(FetchException.ofHost(FetchFailure.SLOW));
    } else {
      result.completeExceptionally(FetchException.ofHost(FetchFailure.UNREACHABLE));
    }
  }

  /** A host may have several addresses; the failures of all but one are beside it. */
  private static boolean isRefusal(Throwable failed) {
    return failed instanceof RefusedAddressException
        || Stream.concat(
                Optional.ofNullable(failed.getCause()).stream(), Stream.of(failed.getSuppressed()))
            .anyMatch(ImageFetch::isRefusal);
  }
}
