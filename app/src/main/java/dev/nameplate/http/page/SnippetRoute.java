package dev.nameplate.http.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.geometry.Scale;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.snippet.EmailPlatform;
import dev.nameplate.snippet.ImageUrl;
import dev.nameplate.snippet.Snippet;
import dev.nameplate.snippet.SnippetSpec;
import dev.nameplate.snippet.SnippetWriter;
import dev.nameplate.template.FormatChoice;
import dev.nameplate.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers {@code /t/<id>/snippet}: what is pasted into a sending tool. */
final class SnippetRoute {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SnippetRoute() {}

  /**
   * The snippet as text, or with its warnings as JSON where that is asked for.
   *
   * @param signed whether the template takes signed addresses only
   * @param choice the format of a snippet for which none is named; empty where it is not known
   */
  static HttpResponse answer(
      Template template, boolean signed, PageRequest request, Optional<FormatChoice> choice) {
    String id = request.get("esp").orElse("");
    Optional<EmailPlatform> tool = EmailPlatform.ofId(id);
    if (tool.isEmpty()) {
      return problem("esp is one of: " + tools(), request);
    }
    Optional<ImageUrl> address = address(template, request, choice);
    if (address.isEmpty()) {
      return problem(
          "scale and format are those the template offers, base is https://… without a query",
          request);
    }
    SnippetSpec order =
        new SnippetSpec(template, signed, tool.get(), address.get(), request.after("tag."));
    return answer(SnippetWriter.write(order), address.get(), request, choice);
  }

  /**
   * The address that parameters ask for; empty where they ask for what is not offered.
   *
   * @param choice the format where they name none; empty where it is not known
   */
  static Optional<ImageUrl> address(
      Template template, PageRequest request, Optional<FormatChoice> choice) {
    String base = request.get("base").orElse(request.origin());
    ImageUrl usual = ImageUrl.of(template, base, choice);
    String format = request.get("format").orElse(usual.format());
    return Scale.parse(request.get("scale").orElse("2"))
        .filter(template.output().scales()::contains)
        .filter(scale -> template.output().endings().contains(format))
        .filter(scale -> ImageUrl.isBase(base))
        .map(scale -> new ImageUrl(base, scale, format));
  }

  private static HttpResponse answer(
      Snippet snippet, ImageUrl address, PageRequest request, Optional<FormatChoice> choice) {
    if (!request.accept().prefersJson()) {
      return text(200, snippet.markup() + "\n");
    }
    ObjectNode root = MAPPER.createObjectNode();
    root.put("esp", snippet.tool().id());
    root.put("snippet", snippet.markup());
    root.put("address", snippet.address());
    root.put("format", address.format());
    choice.ifPresent(best -> root.put("format_reason", best.reason()));
    root.put("alt", snippet.alt());
    ObjectNode tags = root.putObject("tags");
    snippet.tags().forEach(tags::put);
    snippet.warnings().forEach(root.putArray("warnings")::add);
    return json(200, "application/json", root);
  }

  private static HttpResponse problem(String detail, PageRequest request) {
    if (!request.accept().prefersJson()) {
      return text(400, detail + "\n");
    }
    ObjectNode root = MAPPER.createObjectNode();
    root.put("title", "No such snippet");
    root.put("status", 400);
    root.put("detail", detail);
    return json(400, "application/problem+json", root);
  }

  private static String tools() {
    return Arrays.stream(EmailPlatform.values())
        .map(EmailPlatform::id)
        .collect(Collectors.joining(", "));
  }

  private static HttpResponse text(int status, String text) {
    return HttpResponse.of(
        status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), headers());
  }

  private static HttpResponse json(int status, String type, ObjectNode root) {
    try {
      return HttpResponse.of(status, type, MAPPER.writeValueAsBytes(root), headers());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of texts can be written", impossible);
    }
  }

  private static Map<String, String> headers() {
    return Map.of(
        "Cache-Control", CachePolicy.NO_STORE, "Vary", "Accept", "X-Robots-Tag", "noindex");
  }
}
