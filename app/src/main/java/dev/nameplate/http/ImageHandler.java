package dev.nameplate.http;

import dev.nameplate.encode.Format;
import dev.nameplate.geometry.Scale;
import dev.nameplate.serve.Fault;
import dev.nameplate.serve.ImageRequest;
import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.Outcome;
import dev.nameplate.serve.PictureTarget;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateLibrary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers everything under {@code /i/}. */
final class ImageHandler {
  private static final String JSON = "json";

  private final TemplateLibrary templates;
  private final ImageService images;
  private final HttpSettings settings;

  ImageHandler(TemplateLibrary templates, ImageService images, HttpSettings settings) {
    this.templates = templates;
    this.images = images;
    this.settings = settings;
  }

  /** The answer to a request; never throws for what the request holds. */
  Answer answer(PictureCall call) {
    if (call.targetLength() > settings.maxTarget()) {
      return fault(Fault.targetTooLong(call.targetLength(), settings.maxTarget()), call);
    }
    if (call.method().equals("OPTIONS")) {
      return Answer.empty(
          204,
          Map.of(
              "Allow", "GET, HEAD, OPTIONS",
              "Access-Control-Allow-Origin", "*",
              "Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"));
    }
    if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
      return fault(Fault.methodNotAllowed(), call);
    }
    Optional<PictureTarget> target = PictureTarget.parse(call.path());
    return target.isPresent() ? answer(target.get(), call) : fault(Fault.badPath(), call);
  }

  private Answer answer(PictureTarget target, PictureCall call) {
    Optional<Template> found = templates.find(target.id());
    if (found.isEmpty()) {
      return fault(Fault.unknownTemplate(target.id(), templates.faults(target.id())), call, target);
    }
    Template template = found.get();
    Optional<Scale> scale =
        target.scale().isEmpty()
            ? Optional.of(Scale.ONE)
            : target.scale().flatMap(Scale::parse).filter(template.output().scales()::contains);
    if (scale.isEmpty()) {
      return fault(Fault.scaleNotOffered(target.scale().orElse(""), template), call, target);
    }
    if (target.format().equals(Optional.of(JSON))) {
      return Answer.of(
          200,
          "application/json",
          ExplanationJson.of(images.explain(template, call.query(), scale.get())),
          Map.of("Cache-Control", CachePolicy.NO_STORE, "X-Robots-Tag", "noindex"));
    }
    Optional<Format> format =
        target.format().isEmpty()
            ? Optional.of(negotiated(template, call.accept()))
            : target
                .format()
                .flatMap(Format::ofEnding)
                .filter(known -> template.output().formats().contains(known.ending()));
    return format
        .map(known -> picture(template, scale.get(), known, target.format().isEmpty(), call))
        .orElseGet(
            () ->
                fault(Fault.formatNotOffered(target.format().orElse(""), template), call, target));
  }

  private Answer picture(
      Template template, Scale scale, Format format, boolean negotiated, PictureCall call) {
    Outcome outcome =
        images.answer(new ImageRequest(template, scale, format, call.query(), call.held()::match));
    return PictureAnswers.of(outcome, template, format, negotiated);
  }

  private static Format negotiated(Template template, AcceptHeader accept) {
    List<Format> offered =
        template.output().formats().stream()
            .flatMap(ending -> Format.ofEnding(ending).stream())
            .toList();
    Format best = offered.contains(Format.PNG) ? Format.PNG : offered.get(0);
    for (Format format : offered) {
      if (accept.quality(format.mediaType(), "image") > accept.quality(best.mediaType(), "image")) {
        best = format;
      }
    }
    return best;
  }

  private Answer fault(Fault fault, PictureCall call, PictureTarget target) {
    return fault(fault, call, target.format().flatMap(Format::ofEnding).orElse(Format.PNG));
  }

  private Answer fault(Fault fault, PictureCall call) {
    return fault(fault, call, Format.PNG);
  }

  private Answer fault(Fault fault, PictureCall call, Format format) {
    int status = settings.faultStatusOk() ? 200 : fault.status();
    if (call.accept().prefersProblemJson()) {
      return Answer.of(
          status,
          "application/problem+json",
          ExplanationJson.of(fault, status),
          PictureAnswers.faultHeaders(fault));
    }
    return PictureAnswers.of(fault, status, format, images.picture(fault, format));
  }
}
