package chancery.page;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Fills the templates of `resources/chancery/page`. All are `.ftlh` (pages) or `.ftlx` (feeds):
/// FreeMarker escapes every text that comes from the graph, in elements and attributes alike, and
/// no template switches that off; the one block of JSON is escaped here.
///
/// Thread-safe.
public final class PageWriter {
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

    public PageWriter() {
        templates.setClassForTemplateLoading(PageWriter.class, "/chancery/page");
        templates.setDefaultEncoding("UTF-8");
        templates.setOutputEncoding("UTF-8");
        templates.setLocale(Locale.ENGLISH);
        templates.setNumberFormat("#,##0");
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setWrapUncheckedExceptions(true);
        templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    }

    /// @param template its name without `.ftlh`
    /// @param page     a record of this room; the template sees it as `page`
    public String write(String template, Frame frame, Object page) {
        try {
            Map<String, Object> model =
                    Map.of("frame", frame, "page", page, "schema", dataBlock(frame.schema()));
            return frame.reader().carryInto(fill(template + ".ftlh", model));
        } catch (TemplateModelException e) {
            throw new IllegalStateException("markup is always made", e);
        }
    }

    /// A feed, from an `.ftlx` template: escaped as XML. What XML 1.0 has no place for, such as
    /// most control characters, becomes U+FFFD.
    ///
    /// @param base    the release's base IRI, ends in `/`
    /// @param updated of the feed and its entries, as RFC 3339 writes it
    public String writeFeed(
            String template, String base, String updated, Frame frame, Object page) {
        Map<String, Object> model =
                Map.of("base", base, "updated", updated, "frame", frame, "page", page);
        return NOT_IN_XML.matcher(fill(template + ".ftlx", model)).replaceAll("\uFFFD");
    }

    /// JSON inside `script` is no HTML text: what could end the element is written as JSON has it.
    private static TemplateHTMLOutputModel dataBlock(String json) throws TemplateModelException {
        return HTMLOutputFormat.INSTANCE.fromMarkup(
                json.replace("&", "\\u0026").replace("<", "\\u003C").replace(">", "\\u003E"));
    }

    private String fill(String template, Map<String, Object> model) {
        StringWriter text = new StringWriter();
        try {
            templates.getTemplate(template).process(model, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("template " + template, e);
        }
        return text.toString();
    }
}
