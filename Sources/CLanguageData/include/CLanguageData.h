// Data about languages, in the program itself: mapped with it, and touched only where it is looked up.
#ifndef C_LANGUAGE_DATA_H
#define C_LANGUAGE_DATA_H

#include <stddef.h>

/// Bytes that are there as long as the program.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} language_data;

/// Tables/english: made by Scripts/language, each with a licence of its own.
language_data language_data_tagger(void);
language_data language_data_forms(void);
language_data language_data_inflections(void);
language_data language_data_frequencies(void);
language_data language_data_syllables(void);
language_data language_data_complexity(void);
language_data language_data_hard_words(void);

/// Tables/easyread: words for easy read.
language_data language_data_glossary(void);
language_data language_data_plain_words(void);
language_data language_data_abbreviations(void);
language_data language_data_lexicon(void);
language_data language_data_nominalisations(void);
language_data language_data_basic_words(void);

#endif
