// Made by Scripts/braille-font.py; change it there.

/// The font in which proofs draw braille, so that no reader of one needs a font of their own.
enum BrailleFont {
  /// The width of a cell in thousandths of the size of the font: cells are 6 mm apart, lines 10 mm.
  static let advance = 600

  /// The font as WOFF2, in base 64.
  static let base64 = """
    d09GMgABAAAAAAO4AAoAAAAAMoAAAANtAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAABmAANArYGNRXATYCJAOEBguEBgAEIAV7\
    ByAbBS5RlOxFhuEvB9wYgjXM/hwULNZHbUNxJx6UAsVYjmi+Yzi/vfIt4K0R8d6Cx8Pzh79z73uNPYB+0Rb52hBMcWIYYICB\
    jP2mzn2U4BP8ouhpO48o8SFO4WkdHsC7uwC8ert6AGSedwpRwM6/HFOLMwioxri2PDgBGKnIkCMrMI8+z8plhm10mRAzppru\
    ZdRlObKQkItHZug82zrqIMkBfkgERfqAPoORsEcwAfJlguhDWSt1a8roza/8yj9Q8ODBhYaGhgHQhIYGsBCUL4WSXa8e1Zn5\
    15aO+SHs22/l7ZCy7pm+9Q8nCqYVkf6j22odVRXst9bY19pLCoBIyIpAPwZZR/8yIGjx4f5+f299+87saHnUSmcsnkTPkWtS\
    Yvj14pgqIhcogBtu0woDbWtM83Fhvh75cX2Mj+T86s9oIUEtlRUrIHrNxHRN9hOIIYEYYgiQQAwxBIghQAxxJMvfk1/C+PMN\
    AAAg+BpwvVDLQJc6Uacane4m2/qv8/l6ql+8xqcA16J2OLjKAkFZsQJFeM1EhfFLGH++AQAABF8DrhdqGegqS6NTkU53/pG2\
    KFmEULNiBYrwshlwEVQGusrS6FShS+aeA+MACAAQIICg06FJN1UgoaqkTUhV+rT2DcVpEGAQYGAACDAwABgAAAQBBgYAAwCA\
    wAAAIAAQEBAFGBgADAAAAgMAgABAQEBkAAAQAAgIiAAEBEQEREQACf9E8EsWTqhZsQJFeNkMuAgqA11laXSq0ekuyoRQbfjj\
    AAgQQNDVIXayqQIJVSVtQqrSJ7eZjl+oZXjdlKXRqUSXyHVo6KoCCVUlbUI46IdpSEQdT4AIASJEmOh2QO4Tqi6kV91MSE8D\
    RKX3BZVvZ976BNfp+M5SJ6J+iLlDr8ECo7Cs7YWZj0BEZnpVc02I+TzPIDhclvTTZmJAqymZhNCLOJKzHjqHWtzfpHkCIZt6\
    q0zcVohxU0Av1N/2mJ6NNA3aoI37+GHhM8bDGG/6m/M9fFaB4Pa185iNqbf+lddws/PHRrt77+MUCYIfsMvZfdpx/YCc2Yns\
    Bh7e43r1b0Saf30ecZGO+T6QSP3CCSGdmdZETFUdcRDGufzp1GdcEXVAWDe3OJxGHZxvv7+2Oy/+2Tn39+zPJ7BpbU6Lwk06\
    cyoMZrNGotF5zAonLEIBAA==
    """
}
