package dev.nameplate.fetch;

import dev.nameplate.util.DaemonThreads;
import dev.nameplate.util.TraceParent;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * The HTTP client of remote images. Proxies, redirects, cookies and credentials are off, so that no
 * call leaves the checked address or identifies the server. It holds two clients, since the guard
 * must know whether a socket will use TLS.
 */
final class GuardedHttpClient implements AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final int CALLS = 64;
  private static final int IDLE = 16;
  private static final Duration CONNECT = Duration.ofSeconds(1);

  /** How many calls may wait for others to the same host. */
  private static final int MAX_QUEUED = 256;

  private final Dispatcher dispatcher;
  private final BoundedDns names;
  private final OkHttpClient secure;
  private final OkHttpClient plain;
  private final boolean plainAllowed;

  GuardedHttpClient(RemoteSettings settings, Dns resolver) {
    dispatcher =
        new Dispatcher(
            new ThreadPoolExecutor(
                0,
                CALLS,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                DaemonThreads.numbered("remote-fetch")));
    dispatcher.setMaxRequests(CALLS);
    dispatcher.setMaxRequestsPerHost(settings.perHost());
    names = new BoundedDns(resolver, CONNECT);
    AddressGuard guard = new AddressGuard(settings.allow());
    OkHttpClient common =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .dns(names)
            .proxy(Proxy.NO_PROXY)
            .connectionPool(new ConnectionPool(IDLE, 1, TimeUnit.MINUTES))
            .connectTimeout(CONNECT)
            .followRedirects(false)
            .followSslRedirects(false)
            .cookieJar(CookieJar.NO_COOKIES)
            .authenticator(Authenticator.NONE)
            .build();
    secure = common.newBuilder().socketFactory(new GuardedSocketFactory(guard, true)).build();
    plain = common.newBuilder().socketFactory(new GuardedSocketFactory(guard, false)).build();
    plainAllowed = !settings.allow().isEmpty();
  }

  /** Whether as many calls wait as may. */
  boolean isFull() {
    return dispatcher.queuedCallsCount() >= MAX_QUEUED;
  }

  /**
   * Whether URLs with this scheme are called: https always, http only where the operator allows
   * ranges.
   */
  boolean isSchemeAllowed(HttpUrl url) {
    return url.isHttps() || plainAllowed;
  }

  /**
   * A call that ends within a time, however slowly bytes arrive. It asks for the identity encoding
   * and decodes no other, so that a body cannot expand.
   *
   * @param cached validators of a cached picture, sent as conditions
   * @param trace passed on as it came
   */
  Call call(HttpUrl url, Validators cached, Duration left, Optional<TraceParent> trace) {
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", "Nameplate")
            .header("Accept", "image/png, image/jpeg, image/gif, image/webp")
            .header("Accept-Encoding", "identity");
    cached.addTo(request);
    trace.ifPresent(parent -> request.header(TraceParent.HEADER, parent.text()));
    Call call = (url.isHttps() ? secure : plain).newCall(request.build());
    call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
    return call;
  }

  /**
   * A call that sends JSON and ends within a time.
   *
   * @param body not to be changed
   */
  Call post(HttpUrl url, Map<String, String> headers, byte[] body, Duration left) {
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", "Nameplate")
            .post(RequestBody.create(body, JSON));
    headers.forEach(request::header);
    Call call = (url.isHttps() ? secure : plain).newCall(request.build());
    call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
    return call;
  }

  /** Cancels all calls and closes the connections. */
  @Override
  public void close() {
    dispatcher.cancelAll();
    dispatcher.executorService().shutdownNow();
    names.close();
    List.of(secure, plain).forEach(client -> client.connectionPool().evictAll());
  }
}
