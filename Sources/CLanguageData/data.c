// The files of Tables/english and Tables/easyread, as they are. #embed (C23) takes milliseconds for what an
// array literal takes minutes for.
#include "CLanguageData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define DATA(name) \
  language_data language_data_##name(void) { return (language_data){name##_bytes, sizeof name##_bytes}; }

static const _Alignas(8) unsigned char tagger_bytes[] = {
#embed "../../Tables/english/tagger.bin"
};
DATA(tagger)

static const _Alignas(8) unsigned char forms_bytes[] = {
#embed "../../Tables/english/forms.bin"
};
DATA(forms)

static const _Alignas(8) unsigned char inflections_bytes[] = {
#embed "../../Tables/english/inflections.bin"
};
DATA(inflections)

static const _Alignas(8) unsigned char frequencies_bytes[] = {
#embed "../../Tables/english/frequencies.bin"
};
DATA(frequencies)

static const _Alignas(8) unsigned char syllables_bytes[] = {
#embed "../../Tables/english/syllables.bin"
};
DATA(syllables)

static const _Alignas(8) unsigned char complexity_bytes[] = {
#embed "../../Tables/english/complexity.bin"
};
DATA(complexity)

static const unsigned char hard_words_bytes[] = {
#embed "../../Tables/english/hard-words.tsv"
};
DATA(hard_words)

static const unsigned char glossary_bytes[] = {
#embed "../../Tables/easyread/glossary.tsv"
};
DATA(glossary)

static const unsigned char plain_words_bytes[] = {
#embed "../../Tables/easyread/plain-words.tsv"
};
DATA(plain_words)

static const unsigned char abbreviations_bytes[] = {
#embed "../../Tables/easyread/abbreviations.tsv"
};
DATA(abbreviations)

static const unsigned char lexicon_bytes[] = {
#embed "../../Tables/easyread/lexicon.tsv"
};
DATA(lexicon)

static const unsigned char nominalisations_bytes[] = {
#embed "../../Tables/easyread/nominalisations.tsv"
};
DATA(nominalisations)

static const unsigned char basic_words_bytes[] = {
#embed "../../Tables/easyread/basic-words.tsv"
};
DATA(basic_words)
