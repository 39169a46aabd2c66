package chancery.check.datatype;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What XML says of texts: which characters they may have, and which texts are content.
final class Markup {
    private static final int SPACE = 0x20;

    private Markup() {}

    /// Whether all characters are some that XML has (XML 1.0, section 2.2), as the values of
    /// `xsd:string` must be.
    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < SPACE && c != '\t' && c != '\n' && c != '\r') {
                return false;
            }
            if (c == '\uFFFE' || c == '\uFFFF') {
                return false;
            }
        }
        return true;
    }

    /// Whether a text may stand between a start and an end tag, in a document with namespaces (RDF
    /// 1.1 Concepts, section 5.2). Neither definitions nor other documents are read, so that an
    /// entity which is not one of the five of XML is wrong.
    static boolean isXml(String text) {
        try {
            XMLStreamReader reader =
                    factory().createXMLStreamReader(new StringReader("<x>" + text + "</x>"));
            try {
                while (reader.hasNext()) {
                    int event = reader.next();
                    if (event == XMLStreamConstants.ENTITY_REFERENCE
                            || event == XMLStreamConstants.DTD) {
                        return false;
                    }
                }
                return true;
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return false;
        }
    }

    /// The JDK's own: another one on the class path may have other settings.
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }
}
