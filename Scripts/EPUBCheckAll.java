import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.util.FeatureEnum;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * EPUBCheck over many files in one machine, which has the schemas read once: names of files on standard
 * input, and for each message a line with the file, the identifier, the severity, the place and the words.
 */
public class EPUBCheckAll {
  static class Lines extends MasterReport {
    final String name;

    Lines(String name) {
      this.name = name;
      setEpubFileName(name);
    }

    @Override
    public void message(Message message, EPUBLocation location, Object... arguments) {
      switch (message.getSeverity()) {
        case FATAL, ERROR, WARNING -> {
          String words = message.getMessage(arguments).replace('\n', ' ');
          System.out.println(String.join("\t", name, message.getID().toString(),
              message.getSeverity().toString(), location.getPath() + ":" + location.getLine(), words));
        }
        default -> { }
      }
    }

    @Override
    public void info(String resource, FeatureEnum feature, String value) { }

    @Override
    public int generate() { return 0; }

    @Override
    public void initialize() { }
  }

  public static void main(String[] arguments) throws Exception {
    var names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int count = 0;
    for (String name = names.readLine(); name != null; name = names.readLine()) {
      new EpubCheck(new File(name), new Lines(name)).check();
      count++;
    }
    System.out.println("checked\t" + count);
  }
}
