import Testing

@testable import Readers

@Suite("Pictures, players and forms")
struct EmbeddedTests {
  @Test("Missing, decorative and written alternatives are told apart")
  func alternatives() throws {
    #expect(try outline("<p><img src=a></p>") == "p(img:a[missing])")
    #expect(
      try outline("<p><img src=a alt=''><img src=b role=presentation></p>")
        == "p(img:a[decorative]img:b[decorative])")
    #expect(try outline("<p><img src=a alt='Two  words'></p>") == "p(img:a[Two words])")
    #expect(
      try outline("<p><img src=a aria-labelledby='x y'></p><p id=x>N</p><p id=y>M</p>")
        == "p(img:a[N M]) p#x(N) p#y(M)")
    #expect(try outline("<p><img src='javascript:x' alt=a></p>") == "p(img:[a])")
  }

  @Test("A hidden description belongs to its picture, one that shows stays in the text")
  func descriptions() throws {
    #expect(
      try outline("<p><img src=a alt=b aria-details=d></p><div id=d hidden><p>long</p></div>")
        == "p(img:a[b: p(long)])")
    #expect(try outline("<p><img src=a alt=b aria-details=d></p><p id=d>long</p>") == "p(img:a[b]) p#d(long)")
    #expect(try Outline("<p><img src=a alt=b longdesc='d.html'></p>").codes == ["HTML-014"])
  }

  @Test("Drawings")
  func drawings() throws {
    #expect(try outline("<p>a <svg role=img aria-label=N><text>L</text></svg></p>") == "p(a img:[N: p(L)])")
    #expect(try outline("<svg><title>T</title><desc>D</desc></svg>") == "p(img:[T: p(D)])")
    #expect(try outline("<figure><svg><path/></svg></figure>") == "figure(p(img:[missing]) caption())")
    #expect(try outline("<p>x<svg><path/></svg></p>") == "p(ximg:[decorative])")
  }

  @Test("Players leave a link, their words and their tracks")
  func players() throws {
    let outline = try Outline(
      "<video src='v/film.mp4' title=Film><track src=t.vtt label=Captions>No video</video>")
    #expect(outline.text == "p(link:v/film.mp4[Film] link:t.vtt[Captions] No video)")
    #expect(outline.codes == ["HTML-015"])
    #expect(
      try Outline("<p>a<iframe src='http://e.org/m'>x</iframe>b</p>").text == "p(a link:http://e.org/m[m] b)")
    #expect(try Outline("<map><area alt=North href=n></map>").text == "p(link:n[North])")
  }

  @Test("No link leads to the reader's own computer, whose address is in the message")
  func ownComputer() throws {
    for address in [
      "http://127.0.0.1:9/x", "//localhost/x", "http://a@[::1]:80/x", "https://x.localhost/x",
      "http://0.0.0.0/x",
    ] {
      let outline = try Outline("<object data='\(address)'>words</object>")
      #expect(outline.text == "p(words)", "\(address)")
      #expect(outline.codes == ["HTML-015"])
    }
    #expect(try outline("<embed src='http://127.example.org/m'>") == "p(link:http://127.example.org/m[m])")
  }

  @Test("Forms show their words")
  func forms() throws {
    let outline = try Outline(
      "<form><label>Name <input value=v placeholder=p></label> <select><optgroup label=G><option>a<option>b</select>"
        + "<textarea>t</textarea><input type=submit value=Send><input type=hidden value=h> <input type=checkbox>Yes <br></form>"
    )
    #expect(outline.text == "p(Name v p G: a, b t Send [ ] Yes)")
    #expect(outline.codes == ["HTML-016"])
    #expect(
      try Outline("<p><meter value=3 max=5></meter><progress>half</progress></p>").text == "p(3/5 half)")
  }
}
