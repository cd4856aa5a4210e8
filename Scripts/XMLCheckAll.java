import com.thaiopensource.resolver.catalog.CatalogResolver;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.prop.rng.RngProperty;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * jing over many files in one machine, which reads each schema once. The argument is a catalog; standard
 * input has lines of a schema and a file with a tab between, and the schema may begin with "-i " for no
 * check of identifiers. For each message a line with the file, "message", the place and the words; after
 * each file a line with the file and "checked", so that a file that was passed over shows.
 */
public class XMLCheckAll {
  static final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  static class Lines implements ErrorHandler {
    String file = "";

    private void say(SAXParseException fault) {
      String words = String.valueOf(fault.getMessage()).replaceAll("\\s+", " ");
      out.println(String.join("\t", file, "message", fault.getSystemId() + ":" + fault.getLineNumber(), words));
    }

    @Override
    public void warning(SAXParseException fault) { say(fault); }

    @Override
    public void error(SAXParseException fault) { say(fault); }

    @Override
    public void fatalError(SAXParseException fault) { say(fault); }
  }

  public static void main(String[] arguments) throws Exception {
    String catalog = Path.of(arguments[0]).toUri().toString();
    var names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var lines = new Lines();
    Map<String, ValidationDriver> drivers = new HashMap<>();
    for (String line = names.readLine(); line != null; line = names.readLine()) {
      String[] parts = line.split("\t");
      lines.file = parts[1];
      ValidationDriver driver = drivers.get(parts[0]);
      if (driver == null) {
        boolean withoutIdentifiers = parts[0].startsWith("-i ");
        var properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, lines);
        properties.put(ValidateProperty.RESOLVER, new CatalogResolver(List.of(catalog)));
        if (!withoutIdentifiers) RngProperty.CHECK_ID_IDREF.add(properties);
        driver = new ValidationDriver(properties.toPropertyMap());
        String schema = withoutIdentifiers ? parts[0].substring(3) : parts[0];
        if (!driver.loadSchema(ValidationDriver.uriOrFileInputSource(schema))) {
          throw new IllegalStateException("The schema cannot be read: " + schema);
        }
        drivers.put(parts[0], driver);
      }
      try {
        boolean isValid = driver.validate(ValidationDriver.uriOrFileInputSource(parts[1]));
        out.println(parts[1] + "\tchecked\t" + isValid);
      } catch (Exception | Error fault) {
        out.println(String.join("\t", parts[1], "message", parts[1], "not checked: " + fault));
      }
    }
  }
}
