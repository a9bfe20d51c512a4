package dev.nameplate.http;

import dev.nameplate.util.Lazy;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The framework's servlet, made at the first request for a page or call, or ahead of it, so that
 * the first picture does not wait for routes.
 */
final class RoutesServlet implements Servlet {
  private final Lazy<Servlet> routes;
  private volatile @Nullable ServletConfig config;

  /**
   * @param routes makes the servlet, which answers every request
   */
  RoutesServlet(Supplier<Servlet> routes) {
    this.routes = new Lazy<>(() -> initialized(routes.get()));
  }

  /** Makes the servlet unless that has happened. Call it after the server's start. */
  void prepare() {
    routes.get();
  }

  private Servlet initialized(Servlet made) {
    try {
      made.init(config);
      return made;
    } catch (ServletException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void init(ServletConfig given) {
    config = given;
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    routes.get().service(request, response);
  }

  @Override
  public @Nullable ServletConfig getServletConfig() {
    return config;
  }

  @Override
  public String getServletInfo() {
    return "";
  }

  @Override
  public void destroy() {
    routes.ifComputed().ifPresent(Servlet::destroy);
  }
}
