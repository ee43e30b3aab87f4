"""Korean."""

FORBIDS = """
금지 | 안 됩니다 | 안됩니다 | 안 된다 | 안된다 | 아니 됩니다 | 아니된다 | 할 수 없 | 사용하지 않
이용하지 않 | 하지 말 | 허용되지 않 | 금합니다 | 해서는 | 불가 | 지 마세요 | 지 마십시오 | 지마세요 | 지 마시
않아야 | 말아야
"""

USE = """
사용 | 이용 | 활용 | 악용 | 목적 | 생성 | 쓰지 | 쓰는
"""

OBEY = """
준수
"""

LAW = """
법률 | 법령
"""

FRAMES = """
수출 통제 | 책임을 지지 | 책임지지 | 책임이 없 | 보증하지
"""

TOPICS = """
military:
    군사 | 군용 | 군대 | 국방
military.weapons:
    무기 | 병기
military.warfare:
    전쟁 | 전투
military.nuclear:
    핵무기 | 원자력
surveillance:
    감시 | 도청 | 사찰
biometrics:
    생체 | 얼굴 인식 | 안면 인식
privacy:
    개인정보 | 프라이버시 | 사생활 | 개인 정보
discrimination:
    차별 | 인종
discrimination.vulnerability-exploitation:
    취약
harassment:
    괴롭힘 | 괴롭히 | 희롱 | 협박 | 위협
disinformation:
    허위 | 가짜 뉴스 | 기만 | 오해를 | 거짓 정보
disinformation.defamation:
    명예훼손 | 비방 | 명예를
disinformation.impersonation:
    사칭 | 딥페이크
disinformation.fraud:
    사기
minors:
    미성년 | 아동 | 청소년
content.sexual:
    음란 | 성적 | 포르노
content.hate:
    혐오 | 증오
violence:
    폭력 | 고문
violence.extremism:
    테러 | 극단주의
health.medical-advice:
    의료 | 의학
health.diagnosis:
    진단
societal.gambling:
    도박
cybersecurity.malware:
    악성코드 | 악성 코드 | 악성 소프트웨어 | 멀웨어
cybersecurity.attack:
    해킹 | 사이버 공격
critical-infrastructure:
    중요 인프라 | 핵심 기반
automated-decision:
    자동화된 의사결정 | 자동화된 결정
law-enforcement:
    법 집행 | 법집행 | 경찰
justice:
    사법
migration:
    이민 | 망명
human-rights:
    인권
non-behavioural.commercial:
    상업적 | 영리
"""

WEAK = """
law-violation:
    불법 | 위법 | 법률을 위반 | 법령을 위반 | 법을 위반 | 범죄
ip-infringement:
    지식재산 | 저작권 | 권리를 침해
harm:
    해를 끼 | 유해 | 피해를
"""

DEMANDS = ""

SERVICE = """
본 서비스 | 서비스 | 사이트 | 게시판 | 계정 | 회원
"""

THINGS = """
모델 | 소프트웨어 | 프로그램 | 플러그인 | 코드 | 라이브러리 | 데이터셋 | 저작물 | 가중치 | 라이선스
"""
